import { describe, expect, it } from 'vitest';
import type { Search, Trial } from '#worker/research/search/search.ts';
import { type NextRuns, SweepTrials } from './sweep-trials.ts';

/** A search that proposes places [0], [1], … and keeps what it is told. */
function counting(budget: number) {
  const told: Trial[][] = [];
  let next = 0;
  const search: Search = {
    propose: (most) => Array.from({ length: Math.min(most, budget - next) }, () => [next++]),
    tell: (trials) => void told.push([...trials]),
  };
  return { search, told };
}

function trialsOf(method: 'grid' | 'tpe' | 'genetic', budget: number, lanes = 2) {
  const { search, told } = counting(budget);
  const objectives = [
    { metric: 'sharpe', goal: 'maximum' },
    { metric: 'volatility', goal: 'minimum' },
  ] as const;
  return { trials: new SweepTrials({ search, method, budget, objectives, lanes }), told };
}

const made = ({ first, places }: NextRuns) => ({
  first,
  runs: places.length,
  metrics: [Float64Array.from(places, ([at = 0]) => at), Float64Array.from(places, ([at = 0]) => 10 * at)],
});
const extent = (next: NextRuns | null) => next && [next.first, next.places.length];

describe('of a search that doesn’t learn', () => {
  it('runs are given out one after the other, fewer at once towards the end', async () => {
    const { trials } = trialsOf('grid', 20);
    const given: unknown[] = [];
    for (let next = await trials.next(4); next !== null; next = await trials.next(4)) given.push(extent(next));
    expect(given).toEqual([
      [0, 4],
      [4, 4],
      [8, 3],
      [11, 3],
      [14, 2],
      [16, 1],
      [17, 1],
      [18, 1],
      [19, 1],
    ]);
  });

  it('those that were made are left out', async () => {
    const { trials } = trialsOf('grid', 40);
    for (const first of [0, 5]) trials.tell({ first, runs: 3, metrics: [] });
    const given = [await trials.next(10), await trials.next(6), await trials.next(6)];
    expect(given.map(extent)).toEqual([
      [3, 2],
      [8, 6],
      [14, 6],
    ]);
    expect(given[1]?.places[0]).toEqual([8]);
  });
});

describe('of a search that learns', () => {
  it('the next batch waits for all of the one before', async () => {
    const { trials, told } = trialsOf('tpe', 30);
    const [one, other] = [await trials.next(100), await trials.next(100)];
    expect([extent(one), extent(other)]).toEqual([
      [0, 12],
      [12, 12],
    ]);
    let third: NextRuns | null | undefined;
    const waiting = trials.next(100).then((next) => {
      third = next;
    });
    trials.tell(made(other as NextRuns));
    await new Promise(setImmediate);
    expect([third, told]).toEqual([undefined, []]);
    trials.tell(made(one as NextRuns));
    await waiting;
    expect(extent(third ?? null)).toEqual([24, 3]);
    expect(told[0]?.[20]).toEqual({ place: [20], scores: [20, -200] });
    expect(told[0]).toHaveLength(24);
  });

  it('what was made before is told again, whole batches and parts of them', async () => {
    const { trials, told } = trialsOf('tpe', 60, 1);
    for (const first of [0, 12])
      trials.tell(made({ first, places: Array.from({ length: 12 }, (_, at) => [first + at]) }));
    trials.tell(made({ first: 30, places: [[30]] }));
    expect(extent(await trials.next(100))).toEqual([24, 6]);
    expect(told[0]?.[23]).toEqual({ place: [23], scores: [23, -230] });
    expect(extent(await trials.next(100))).toEqual([31, 17]);
  });

  it('whoever waits gets nothing once it is stopped', async () => {
    const { trials } = trialsOf('genetic', 120);
    await trials.next(100);
    await trials.next(100);
    const waiting = trials.next(100);
    await new Promise(setImmediate);
    trials.stop();
    expect(await waiting).toBeNull();
    expect(await trials.next(100)).toBeNull();
  });
});
