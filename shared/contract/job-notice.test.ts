import { describe, expect, test } from 'vitest';
import { JOB_STATES, type Job, type JobResult } from './job.ts';
import { jobNotice } from './job-notice.ts';

function job(parts: Partial<Job>): Job {
  return {
    id: '1',
    kind: 'run',
    title: 'Run a.ts on B',
    state: 'done',
    done: 1,
    total: 1,
    unit: 'bars',
    rate: null,
    eta: null,
    createdAt: 0,
    startedAt: 0,
    finishedAt: 1,
    canPause: false,
    run: null,
    result: null,
    error: null,
    ...parts,
  };
}

const imported = (rows: number, badRowCount: number): JobResult => ({
  kind: 'import',
  rows,
  badRowCount,
  badRows: [],
  series: [],
});
const verified = (isVerified: boolean): JobResult => ({
  kind: 'verify',
  run: 'a',
  isVerified,
  stored: null,
  fresh: 'x',
  isIntact: true,
  engineThen: 1,
  engineNow: 1,
});

describe('the notice of a job', () => {
  test.each<[JobResult | null, string]>([
    [imported(1, 0), '1 row imported.'],
    [imported(1_234, 0), '1,234 rows imported.'],
    [imported(5, 1), '5 rows imported, 1 bad row left out.'],
    [{ kind: 'run', run: 'a', status: 'done', trades: 2 }, 'Done, with 2 trades.'],
    [{ kind: 'run', run: 'a', status: 'failed', trades: 0 }, 'The run failed.'],
    [verified(true), 'Verified: the same result, to the last bit.'],
    [verified(false), 'The result differs from the stored one.'],
    [null, 'Done.'],
  ])('of %j says %s', (result, body) => {
    expect(jobNotice(job({ result }))).toEqual({ title: 'Run a.ts on B', body, path: '/jobs' });
  });

  test('leads to its run', () => {
    expect(jobNotice(job({ run: '0af3' }))?.path).toBe('/run/0af3');
  });

  test('says why it failed', () => {
    const error = { kind: 'data' as const, code: 'data.x', message: 'No bars.' };
    expect(jobNotice(job({ state: 'failed', error }))).toMatchObject({
      title: 'Run a.ts on B failed',
      body: 'No bars.',
    });
    expect(jobNotice(job({ state: 'failed' }))?.body).toBe('See the list of jobs.');
  });

  test('is there only for jobs that ended by themselves', () => {
    expect(JOB_STATES.filter((state) => jobNotice(job({ state })) !== null)).toEqual(['done', 'failed']);
  });
});
