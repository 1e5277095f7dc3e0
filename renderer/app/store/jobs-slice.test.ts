import { describe, expect, test } from 'vitest';
import { JOB_STATES, type Job } from '#shared/contract/job.ts';
import { connectionChanged } from './connection-slice.ts';
import { isOver, jobChanged, jobsAnswered, jobsSlice, selectActiveJobs, selectJob, selectJobs } from './jobs-slice.ts';

function job(id: string, parts: Partial<Job> = {}): Job {
  return {
    id,
    kind: 'run',
    title: `Run ${id}`,
    state: 'running',
    done: 0,
    total: 0,
    unit: 'bars',
    rate: null,
    eta: null,
    createdAt: 0,
    startedAt: null,
    finishedAt: null,
    canPause: false,
    run: null,
    result: null,
    error: null,
    ...parts,
  };
}

const stateOf = (...actions: Parameters<typeof jobsSlice.reducer>[1][]) => ({
  jobs: actions.reduce(jobsSlice.reducer, undefined) ?? jobsSlice.getInitialState(),
});

describe('jobs', () => {
  test('are listed newest first, and by id where they came together', () => {
    const state = stateOf(
      jobsAnswered([job('a', { createdAt: 1 }), job('b', { createdAt: 2 }), job('c', { createdAt: 2 })]),
    );
    expect(selectJobs(state).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });

  test('change in place', () => {
    const state = stateOf(jobsAnswered([job('a')]), jobChanged(job('a', { done: 5 })), jobChanged(job('b')));
    expect(selectJob(state, 'a')?.done).toBe(5);
    expect(selectJobs(state)).toHaveLength(2);
  });

  test('are not changed by answers, which may be older than what the stream has told', () => {
    const state = stateOf(
      jobChanged(job('a', { state: 'done' })),
      jobsAnswered([job('a', { state: 'queued' }), job('b')]),
    );
    expect(selectJobs(state).map(({ id, state }) => [id, state])).toEqual([
      ['b', 'running'],
      ['a', 'done'],
    ]);
  });

  test.each(['lost', 'locked'] as const)(
    'under way are unknown once the host is %s, until it tells of them',
    (away) => {
      const before = [jobChanged(job('a')), jobChanged(job('b')), jobChanged(job('c', { state: 'done' }))];
      const unknown = (state: ReturnType<typeof stateOf>) => selectJobs(state).map((one) => one.isUnknown === true);
      expect(unknown(stateOf(...before, connectionChanged('connected')))).toEqual([false, false, false]);
      expect(unknown(stateOf(...before, connectionChanged(away)))).toEqual([false, true, true]);
      const told = stateOf(
        ...before,
        connectionChanged(away),
        connectionChanged('connected'),
        jobChanged(job('a', { done: 7 })),
        jobsAnswered([job('a', { done: 3 }), job('b', { state: 'interrupted' })]),
      );
      expect(unknown(told)).toEqual([false, false, false]);
      expect(selectJob(told, 'a')?.done).toBe(7);
      expect(selectJob(told, 'b')?.state).toBe('interrupted');
    },
  );

  test('are active until they end, whichever way', () => {
    expect(JOB_STATES.filter((state) => !isOver({ state }))).toEqual(['queued', 'running', 'paused']);
    const state = stateOf(jobsAnswered([job('a'), job('b', { state: 'failed' })]));
    expect(selectActiveJobs(state).map(({ id }) => id)).toEqual(['a']);
  });
});
