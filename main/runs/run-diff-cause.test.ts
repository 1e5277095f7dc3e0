import { describe, expect, test } from 'vitest';
import type { Manifest } from '#shared/domain/manifest.ts';
import type { RunExport } from '#shared/domain/run-export.ts';
import { dailyBars, type Quote } from '../../tests/support/bars.ts';
import { day, exported, fill, hash, manifest, order, usedSeries } from './run-diff.fixture.ts';
import { type Cause, likelyCauses } from './run-diff-cause.ts';
import { type BarsOfRun, seriesDifferences } from './run-diff-data.ts';
import { manifestDifferences } from './run-diff-manifest.ts';
import { type Fill, firstDivergence, type Order } from './run-diff-orders.ts';
import { sourceHunks } from './run-diff-source.ts';

const SENT = [order(0, 2)];
const FILLED = [fill(0, 3)];
const unknown: BarsOfRun = () => null;

interface Side {
  manifest?: Partial<Manifest>;
  orders?: readonly Order[];
  fills?: readonly Fill[];
  source?: string | null;
  bars?: BarsOfRun;
  parts?: Partial<RunExport>;
}

/** What is suspected where a run of one filled order and another one part. */
function causes(one: Side, other: Side): Cause[] {
  const [a, b] = [one, other].map((side) =>
    exported({
      manifest: manifest(side.manifest),
      orders: [...(side.orders ?? SENT)],
      fills: [...(side.fills ?? FILLED)],
      ...side.parts,
    }),
  ) as [RunExport, RunExport];
  const divergence = firstDivergence(a, b);
  if (divergence === null) throw new Error('the runs do not part');
  const sources = [one.source ?? null, other.source ?? null] as const;
  return likelyCauses({
    a,
    b,
    manifest: manifestDifferences(a.manifest, b.manifest),
    hunks: sources[0] === null || sources[1] === null ? null : sourceHunks(sources[0], sources[1]),
    sources,
    data: seriesDifferences(a.manifest, b.manifest, one.bars ?? unknown, other.bars ?? unknown),
    divergence,
  });
}

const areas = (found: readonly Cause[]) => found.map(({ area }) => area);

/** One side of each kind of divergence; the other is an order for 1 unit, filled at 100. */
const DECISION: Side = { orders: [order(0, 2, { side: 'sell' })] };
const SIZE: Side = { orders: [order(0, 2, { qty: 2 })], fills: [fill(0, 3, { qty: 2 })] };
const COSTS: Side = { fills: [fill(0, 3, { price: 101, slippage: 1, commission: 2 })] };
const EXECUTION: Side = { fills: [fill(0, 3, { price: 99, reference: 99 })] };
const REFUSAL: Side = { orders: [order(0, 2, { status: 'rejected' })], fills: [] };
const ACCOUNT: Side = { parts: { equity: { time: [day(0)], value: [1] } } };

const COSTLY = {
  commission: { model: 'fixed', amount: 2 },
  spread: { model: 'percent', fraction: 0.1 },
  slippage: { model: 'ticks', ticks: 1 },
} as const;
const EVERYTHING: Partial<Manifest> = {
  engine: 2,
  strategy: { sha256: hash('f') },
  params: { fast: 12 },
  data: [usedSeries({ sha256: hash('e'), instrument: { ...usedSeries().instrument, lotStep: 0.5 } })],
  cash: 5_000,
  account: { ...manifest().account, leverage: 2 },
  costs: COSTLY,
  semantics: 'other' as Manifest['semantics'],
  seed: 1,
};

describe('one thing that differs is the cause, whatever came apart', () => {
  const ALONE: [area: Cause['area'], manifest: Partial<Manifest>, reason: string][] = [
    ['engine', { engine: 2 }, 'The engine’s version is 1 in A and 2 in B.'],
    ['code', { strategy: { sha256: hash('f') } }, 'The strategy’s code differs; of one run only its hash is known.'],
    ['parameter', { params: { fast: 12 } }, 'The parameter fast is not set in A and 12 in B.'],
    ['capital', { cash: 5_000 }, 'The capital is 10000 in A and 5000 in B.'],
    ['account', { account: { ...manifest().account, leverage: 2 } }, 'The account’s leverage is 1 in A and 2 in B.'],
    [
      'semantics',
      { semantics: EVERYTHING.semantics as Manifest['semantics'] },
      'The set of fill rules is hindcast-1 in A and other in B.',
    ],
    ['seed', { seed: 1 }, 'The seed of random() is 0 in A and 1 in B.'],
    [
      'instrument',
      { data: [usedSeries({ instrument: { ...usedSeries().instrument, lotStep: 0.5 } })] },
      'The lotStep of TEST is 1 in A and 0.5 in B.',
    ],
    [
      'costs',
      { costs: { ...COSTLY, spread: { model: 'none' } } },
      'The commission is none in A and fixed (amount 2) in B; the slippage is none in A and ticks (ticks 1) in B.',
    ],
    ['other', { schema: 2 as 1 }, 'Schema is 1 in A and 2 in B.'],
    ['other', { hedging: { on: true } } as object, 'Hedging is not set in A and on true in B.'],
  ];

  test.each(ALONE)('%s', (area, differing, reason) => {
    for (const parted of [DECISION, SIZE, COSTS, EXECUTION, REFUSAL, ACCOUNT]) {
      expect(causes({}, { ...parted, manifest: differing })).toEqual([{ area, reason }]);
    }
  });
});

describe('of several, the likeliest comes first', () => {
  test.each([
    ['what was decided', DECISION, ['code', 'parameter', 'data', 'seed']],
    ['a size', SIZE, ['capital', 'account', 'instrument', 'costs']],
    ['what was charged', COSTS, ['costs', 'instrument', 'engine', 'semantics']],
    ['a price', EXECUTION, ['data', 'semantics', 'account', 'engine']],
    ['a refusal', REFUSAL, ['capital', 'account', 'costs', 'instrument']],
  ] as const)('for %s', (_, parted, first) => {
    const found = areas(causes({}, { ...parted, manifest: EVERYTHING }));
    expect(found.slice(0, 4)).toEqual(first);
    expect(new Set(found)).toEqual(
      new Set([
        'engine',
        'code',
        'parameter',
        'data',
        'instrument',
        'capital',
        'account',
        'costs',
        'semantics',
        'seed',
      ]),
    );
  });

  test('for equity', () => {
    const time = [day(0), day(1)];
    const equity = (value: number) => ({ orders: [], fills: [], equity: { time, value: [10, value] } });
    const found = causes({ parts: equity(1) }, { parts: equity(2), manifest: EVERYTHING });
    expect(areas(found).slice(0, 3)).toEqual(['capital', 'account', 'data']);
  });
});

describe('costs', () => {
  const charged = (parts: Partial<Fill>, costs: Manifest['costs'] = COSTLY) =>
    causes({}, { fills: [fill(0, 3, parts)], manifest: { costs } })[0];

  test.each([
    ['commission', { commission: 2 }, /^The commission is none in A and fixed \(amount 2\) in B\.$/],
    ['spread', { price: 101, spread: 1 }, /^The spread is none in A and percent \(fraction 0.1\) in B\.$/],
    ['slippage', { price: 101, slippage: 1 }, /^The slippage is none in A and ticks \(ticks 1\) in B\.$/],
  ])('are accused of what they charge: %s', (_, parts, reason) => {
    expect(charged(parts)).toEqual({ area: 'costs', reason: expect.stringMatching(reason) });
  });

  test('that did not charge otherwise are still possible', () => {
    const costs = { ...COSTLY, commission: { model: 'none' as const } };
    expect(charged({ commission: 2 }, costs)?.reason).toMatch(/^The spread is .*; the slippage is /);
  });
});

describe('code', () => {
  const changed = (a: string, b: string) =>
    causes({ source: a }, { ...DECISION, source: b, manifest: { strategy: { sha256: hash('f') } } });

  test.each([
    ['a\nb\nc', 'a\nX\nc', 'line 2 of A, line 2 of B'],
    ['a\nb\nc\nd', 'a\nb\nX\nY\nc', 'line 4 of A, lines 3–4 of B'],
    ['a\nb', 'a\nX\nb', 'line 2 of B'],
    ['a\nX\nb', 'a\nb', 'line 2 of A'],
    ['1\n2\n3\n4\n5\n6\n7\n8', '1\nX\n2\n3\n4\n5\n6\n7\nY', 'line 8 of A, lines 2, 9 of B'],
    ['1\n2\n3\n4\n5\n6\n7\n8', '1\nX\n3\n4\n5\n6\nY\nZ', 'lines 2, 7–8 of A, lines 2, 7–8 of B'],
  ])('%j and %j differ in %s', (a, b, places) => {
    expect(changed(a, b)).toEqual([{ area: 'code', reason: `The strategy’s code differs: ${places}.` }]);
  });

  test('that differs in its line ends alone is no cause', () => {
    expect(areas(changed('a\nb', 'a\r\nb'))).toEqual(['unknown']);
  });
});

test('the seed is no cause where no random number is drawn', () => {
  const [still, random] = ['onBar() { randomly(); }', 'onBar() { random(); }'];
  const seeded = (a: string | null, b: string | null) =>
    areas(causes({ source: a }, { ...DECISION, source: b, manifest: { seed: 1 } }));
  expect(seeded(still, still)).toEqual(['unknown']);
  expect(seeded(still, random)).toEqual(['seed']);
  expect(seeded(null, still)).toEqual(['seed']);
});

describe('data', () => {
  const quotes = Array.from({ length: 10 }, (): Quote => [100, 102, 98, 101]);
  const bars = dailyBars(quotes);
  const other = { data: [usedSeries({ sha256: hash('e') })] };
  /** Bars whose close is another one on this day. */
  const changedOn = (row: number): BarsOfRun => {
    const copy = dailyBars(quotes);
    copy.close[row] = 100;
    return () => copy;
  };
  const differing = (row: number, parted: Side, parts: Partial<Manifest> = {}) =>
    causes({ bars: () => bars }, { ...parted, bars: changedOn(row), manifest: { ...other, ...parts } });

  test('that differ up to the bar on which a decision was made are a cause', () => {
    for (const row of [0, 2]) {
      expect(differing(row, DECISION)).toEqual([
        {
          area: 'data',
          reason: `The first bar of TEST that differs is that of 2024-01-0${row + 1}: O 100 H 102 L 98 C 101 V 1000 in A, O 100 H 102 L 98 C 100 V 1000 in B.`,
        },
      ]);
    }
  });

  test('that differ on that very bar come first', () => {
    expect(areas(differing(2, DECISION, { params: { fast: 2 } }))).toEqual(['data', 'parameter']);
    expect(areas(differing(1, DECISION, { params: { fast: 2 } }))).toEqual(['parameter', 'data']);
  });

  test('that differ only later are none: alone, they prove a look into the future', () => {
    expect(areas(differing(3, DECISION, { params: { fast: 2 } }))).toEqual(['parameter']);
    expect(differing(3, DECISION)).toEqual([
      {
        area: 'look-ahead',
        reason:
          'The runs part on 2024-01-03, and their data only on 2024-01-04: the strategy acts on bars that lie in the future.',
      },
    ]);
    expect(areas(differing(4, SIZE))).toEqual(['look-ahead']);
    expect(areas(differing(4, EXECUTION))).toEqual(['unknown']);
  });

  test('prove nothing against a level that may have been moved later', () => {
    const stopLoss = (stop: number) => [order(0, 2, { role: 'stop-loss', stop, endTime: day(6) })];
    const moved = (row: number) =>
      causes(
        { orders: stopLoss(90), bars: () => bars },
        { orders: stopLoss(91), bars: changedOn(row), manifest: other },
      );
    expect(areas(moved(6))).toEqual(['data']);
    expect(areas(moved(7))).toEqual(['look-ahead']);
  });

  test('of which one run’s are gone are suspected by their hash', () => {
    expect(causes({}, { ...DECISION, manifest: other })).toEqual([
      { area: 'data', reason: 'The bars of TEST differ, from when on is not known: they are no longer stored.' },
    ]);
  });

  test('that are gone still show in the bars of the fills', () => {
    const found = causes(
      {},
      { fills: [fill(0, 3, { high: 103, price: 99, reference: 99 })], manifest: { ...other, engine: 2 } },
    );
    expect(areas(found)).toEqual(['data', 'engine']);
    expect(found[0]?.reason).toMatch(
      /^The bar of TEST on 2024-01-04 is O 100 H 102 L 98 C 101 in A and O 100 H 103 L 98 C 101 in B; the bars/,
    );
    const decided = { ...SIZE, fills: [fill(0, 3, { low: 97, qty: 2 })] };
    expect(areas(causes({}, { ...decided, manifest: { ...other, cash: 1 } }))).toEqual(['data', 'capital']);
  });

  test('show their bar once, and only where both runs were filled on it', () => {
    const filled = { fills: [fill(0, 3, { high: 103, price: 99, reference: 99 })], manifest: other };
    const known = causes({ bars: () => bars }, { ...filled, bars: changedOn(1) });
    expect(known).toEqual([{ area: 'data', reason: expect.stringMatching(/^The first bar of TEST .* 2024-01-02/) }]);
    const later = causes({}, { fills: [fill(0, 4, { high: 103 })], manifest: other });
    expect(later).toEqual([{ area: 'data', reason: expect.stringMatching(/^The bars of TEST differ, from when/) }]);
    const two = { data: [...other.data, usedSeries({ symbol: 'TWO', sha256: hash('1') })] };
    const both = causes(
      {
        manifest: { data: [usedSeries(), usedSeries({ symbol: 'TWO', sha256: hash('2') })] },
        bars: (symbol) => (symbol === 'TWO' ? null : bars),
      },
      { ...filled, manifest: two, bars: (symbol) => (symbol === 'TWO' ? null : changedOn(3)(symbol)) },
    );
    expect(both[0]?.reason).toMatch(/^The first bar of TEST .*; the bars of TWO differ, from when on/);
  });

  test('of several series are looked at one by one', () => {
    const of = (...digits: string[]) => digits.map((digit, i) => usedSeries({ symbol: `S${i}`, sha256: hash(digit) }));
    const parted = (rows: readonly number[], parts: Partial<Manifest> = {}) =>
      causes(
        { manifest: { data: of('1', '2') }, bars: () => bars },
        {
          ...DECISION,
          manifest: { data: of('3', '4'), ...parts },
          bars: (symbol) => changedOn(rows[Number(symbol[1])] as number)(symbol),
        },
      );
    expect(parted([5, 7])[0]?.reason).toMatch(/their data only on 2024-01-06/);
    expect(parted([7, 5])[0]?.reason).toMatch(/their data only on 2024-01-06/);
    expect(parted([1, 7])[0]?.reason).toMatch(/^The first bar of S0 that differs is that of 2024-01-02: [^;]*$/);
    expect(areas(parted([2, 7], { params: { fast: 2 } }))).toEqual(['data', 'parameter']);
  });

  test('that end earlier', () => {
    const short = { data: [usedSeries({ sha256: hash('e'), rows: 6, lastTime: day(5) })] };
    const shorter: BarsOfRun = () => dailyBars(quotes.slice(0, 6));
    const closed = fill(null, 5, { rule: 'end-of-data' });
    const early = { manifest: short, bars: shorter, fills: [...FILLED, closed] };
    const [going, ended] = [{ bars: () => bars }, early] as const;
    expect(causes(going, ended)).toEqual([
      { area: 'data', reason: 'The bars of TEST end on 2024-01-06 in B and go on in A.' },
    ]);
    expect(causes(ended, going)[0]?.reason).toBe('The bars of TEST end on 2024-01-06 in A and go on in B.');
  });

  test('that begin later', () => {
    const late = { data: [usedSeries({ sha256: hash('e'), firstTime: day(2) })] };
    const begin = 'The bars of TEST begin on 2024-01-01 in A and on 2024-01-03 in B.';
    expect(causes({}, { ...DECISION, manifest: late })).toEqual([{ area: 'data', reason: begin }]);
    const swapped = 'The bars of TEST begin on 2024-01-01 in B and on 2024-01-03 in A.';
    expect(causes({ manifest: late }, DECISION)[0]?.reason).toBe(swapped);
  });

  test('without the bar on which the other run sent its order come first', () => {
    const late = { strategy: { sha256: hash('f') }, data: [usedSeries({ sha256: hash('e'), firstTime: day(4) })] };
    const time = [day(4), day(5)];
    const none = { orders: [], fills: [], parts: { equity: { time, value: [1, 1] } } };
    expect(areas(causes({}, { ...none, manifest: late }))).toEqual(['data', 'code']);
    expect(areas(causes({ ...none, manifest: late }, {}))).toEqual(['data', 'code']);
  });

  test('with a gap', () => {
    const gap: BarsOfRun = () => {
      const copy = dailyBars(quotes);
      copy.time[1] = day(1) + 1_000;
      return copy;
    };
    expect(causes({ bars: () => bars }, { ...DECISION, bars: gap, manifest: other })[0]?.reason).toBe(
      'TEST has a bar on 2024-01-02 in A and none in B.',
    );
    expect(causes({ bars: gap }, { ...DECISION, bars: () => bars, manifest: other })[0]?.reason).toBe(
      'TEST has a bar on 2024-01-02 in B and none in A.',
    );
  });

  test('with another symbol, in another order, of another timeframe', () => {
    const [one, two] = [usedSeries(), usedSeries({ symbol: 'TWO' })];
    const reason = (a: (typeof one)[], b: (typeof one)[]) =>
      causes({ manifest: { data: a } }, { ...DECISION, manifest: { data: b } }).map((cause) => cause.reason);
    expect(reason([one], [one, two])).toEqual(['A has no TWO.']);
    expect(reason([one, two], [one])).toEqual(['B has no TWO.']);
    expect(reason([one, two], [two, one])).toEqual([
      'The series come in another order, TEST, TWO in A and TWO, TEST in B.',
    ]);
    expect(reason([one], [{ ...one, timeframe: '1w' }])).toEqual(['TEST has the timeframe 1d in A and 1w in B.']);
  });

  test('from another source but with the same bars are no cause', () => {
    const renamed = { data: [usedSeries({ source: 'file-1' })] };
    expect(areas(causes({}, { ...DECISION, manifest: renamed }))).toEqual(['unknown']);
  });
});

describe('a strategy that threw', () => {
  const failure = (at: number) => ({
    failure: { code: 'strategy.threw', message: 'It failed.', index: at, time: day(at), line: null, column: null },
  });
  const nothing: Side = { orders: [], fills: [] };

  test('ended its run, and nothing came after', () => {
    expect(causes({}, { ...nothing, parts: failure(1), manifest: { cash: 1 } })).toEqual([
      { area: 'stop', reason: 'B stopped on 2024-01-02: It failed.' },
      expect.objectContaining({ area: 'capital' }),
    ]);
    expect(causes({ ...nothing, parts: failure(2) }, {})[0]).toEqual({
      area: 'stop',
      reason: 'A stopped on 2024-01-03: It failed.',
    });
  });

  test('later, or in both runs, is no cause', () => {
    expect(areas(causes({}, { ...nothing, parts: failure(3) }))).toEqual(['unknown']);
    expect(areas(causes({ parts: failure(1) }, { ...nothing, parts: failure(1) }))).toEqual(['unknown']);
  });
});

describe('nothing that explains it', () => {
  test('with the same manifest, one result is wrong', () => {
    expect(causes({}, DECISION)).toEqual([
      {
        area: 'unknown',
        reason: 'The manifests are the same, so one result is not what its manifest gives: verifying both tells which.',
      },
    ]);
  });

  test('in what differs', () => {
    const renamed = { data: [usedSeries({ source: 'file-1' })] };
    expect(causes({}, { ...DECISION, manifest: renamed })[0]?.reason).toMatch(
      /^Nothing that differs .* verifying both tells/,
    );
  });
});
