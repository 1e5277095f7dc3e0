import { describe, expect, test } from 'vitest';
import type { JobResult } from '#shared/contract/job.ts';
import { outcomeOf, placeOf } from './outcome.ts';

const series = (id: string) => ({ id, added: 1, replaced: 0, unchanged: 0, isNew: true });
const imported = (parts: object = {}): JobResult => ({
  kind: 'import',
  rows: 2_148,
  badRowCount: 0,
  badRows: [],
  series: [series('SP500:1d:import')],
  ...parts,
});
const ran = (parts: object = {}): JobResult => ({ kind: 'run', run: 'ab', status: 'done', trades: 88, ...parts });
const verified = (parts: object = {}): JobResult => ({
  kind: 'verify',
  run: 'ab',
  isVerified: true,
  stored: 'x',
  fresh: 'x',
  isIntact: true,
  engineThen: 2,
  engineNow: 2,
  ...parts,
});

describe('what came of a job', () => {
  test.each([
    [imported(), '2,148 bars of SP500:1d:import'],
    [imported({ rows: 1, badRowCount: 1 }), '1 bar of SP500:1d:import, 1 bad row left out'],
    [imported({ badRowCount: 12 }), '2,148 bars of SP500:1d:import, 12 bad rows left out'],
    [imported({ series: [series('A:1d:import'), series('B:1d:import')] }), '2,148 bars of A:1d:import, B:1d:import'],
    [ran(), '88 trades'],
    [ran({ trades: 1 }), '1 trade'],
    [ran({ status: 'failed' }), 'The strategy failed.'],
    [verified(), 'The same result again, to the last bit.'],
    [verified({ isIntact: false }), 'The stored result is damaged.'],
    [verified({ isVerified: false }), 'The result is another one.'],
    [verified({ isVerified: false, engineThen: 1 }), 'The result is another one: engine 1 made it, this is engine 2.'],
    [null, null],
  ])('%o', (result, words) => {
    expect(outcomeOf({ result })).toBe(words);
  });
});

describe('where it can be seen', () => {
  test.each([
    [
      { run: 'ab', result: ran() },
      { place: 'runs', run: 'ab' },
    ],
    [
      { run: 'ab', result: null },
      { place: 'runs', run: 'ab' },
    ],
    [
      { run: null, result: imported() },
      { place: 'data', series: 'SP500:1d:import' },
    ],
    [
      { run: null, result: imported({ series: [series('A:1d:import'), series('B:1d:import')] }) },
      { place: 'data', series: null },
    ],
    [
      { run: null, result: { kind: 'sweep' as const, sweep: 'cd', runs: 36, failed: 0 } },
      { place: 'sweeps', sweep: 'cd' },
    ],
    [{ run: null, result: imported({ series: [] }) }, null],
    [{ run: null, result: null }, null],
  ])('%o', (job, place) => {
    expect(placeOf(job)).toEqual(place);
  });
});
