import { describe, expect, test } from 'vitest';
import { allocateBars } from '#shared/domain/bars.ts';
import { INDICATORS } from '../catalogue.ts';
import { type Candle, PATTERNS, patternMarks } from './definitions.fixture.ts';

/** Open, high, low, close. */
type Prices = [number, number, number, number];
/** One price that spoils a pattern: of which bar, which one, and what it is then. */
type Spoiler = [bar: number, price: keyof Candle, value: number];

/** Examples behind ten bars with a range of 1 around 100, and all that each of them would not survive. */
const EXAMPLES: [id: string, mark: 1 | -1, bars: Prices[], spoilers: Spoiler[]][] = [
  ['doji', 1, [[100, 100.5, 99.6, 100.05]], [[0, 'close', 100.15]]],
  ['doji', 1, [[100, 100.05, 99.2, 100.02]], [[0, 'open', 99.7]]],
  ['doji', 1, [[100, 100.8, 99.97, 100.03]], [[0, 'open', 100.3]]],
  [
    'dragonflyDoji',
    1,
    [[100, 100.05, 99.2, 100.02]],
    [
      [0, 'open', 99.8],
      [0, 'high', 100.4],
      [0, 'low', 99.95],
    ],
  ],
  [
    'gravestoneDoji',
    1,
    [[100, 100.8, 99.97, 100.03]],
    [
      [0, 'open', 100.2],
      [0, 'low', 99.6],
      [0, 'high', 100.05],
    ],
  ],
  [
    'marubozu',
    1,
    [[100, 101.05, 99.95, 101]],
    [
      [0, 'high', 101.3],
      [0, 'low', 99.7],
      [0, 'close', 100],
    ],
  ],
  [
    'marubozu',
    -1,
    [[101, 101.05, 99.95, 100]],
    [
      [0, 'high', 101.3],
      [0, 'low', 99.7],
      [0, 'close', 101],
    ],
  ],
  [
    'engulfing',
    1,
    [
      [100, 100.2, 98.9, 99],
      [98.8, 100.4, 98.7, 100.1],
    ],
    [
      [0, 'close', 100],
      [1, 'open', 99],
      [1, 'close', 100],
    ],
  ],
  [
    'engulfing',
    -1,
    [
      [99, 100.2, 98.9, 100],
      [100.1, 100.4, 98.7, 98.8],
    ],
    [
      [0, 'close', 99],
      [1, 'open', 100],
      [1, 'close', 99],
    ],
  ],
  [
    'bearishHarami',
    -1,
    [
      [100, 103.2, 99.8, 103],
      [102, 102.6, 100.5, 101],
    ],
    [
      [0, 'close', 99.9],
      [1, 'open', 103],
      [1, 'close', 103],
      [1, 'low', 100],
      [1, 'high', 103.2],
    ],
  ],
  [
    'bearishHaramiCross',
    -1,
    [
      [100, 103.2, 99.8, 103],
      [101.5, 102, 101, 101.52],
    ],
    [
      [0, 'close', 99.9],
      [1, 'close', 101.8],
      [1, 'low', 100],
      [1, 'high', 103.2],
    ],
  ],
  [
    'darkCloudCover',
    -1,
    [
      [100, 102.2, 99.8, 102],
      [102.4, 102.6, 99.9, 100.8],
    ],
    [
      [0, 'close', 99.9],
      [1, 'open', 102.2],
      [1, 'close', 101],
      [1, 'close', 100],
    ],
  ],
  [
    'downsideTasukiGap',
    -1,
    [
      [104, 104.2, 102.8, 103],
      [102, 102.4, 100.9, 101],
      [101.5, 102.7, 101.4, 102.6],
    ],
    [
      [0, 'close', 104.1],
      [1, 'close', 102],
      [1, 'high', 102.8],
      [2, 'open', 101],
      [2, 'open', 102],
      [2, 'close', 102],
      [2, 'close', 103],
    ],
  ],
  [
    'morningDojiStar',
    1,
    [
      [104, 104.2, 101.8, 102],
      [101, 101.5, 100.5, 101.02],
      [102, 103.6, 101.6, 103.5],
    ],
    [
      [0, 'close', 104.1],
      [1, 'close', 101.3],
      [1, 'high', 101.05],
      [1, 'low', 100.95],
      [1, 'high', 101.8],
      [2, 'open', 101.5],
      [2, 'open', 103.5],
      [2, 'close', 103],
    ],
  ],
  [
    'eveningDojiStar',
    -1,
    [
      [96, 98.2, 95.8, 98],
      [99, 99.5, 98.5, 98.98],
      [98, 98.4, 96.4, 96.5],
    ],
    [
      [0, 'close', 95.9],
      [1, 'close', 98.7],
      [1, 'low', 98.95],
      [1, 'high', 99.05],
      [1, 'low', 98.2],
      [2, 'open', 98.5],
      [2, 'open', 96.5],
      [2, 'close', 97],
    ],
  ],
  [
    'abandonedBaby',
    1,
    [
      [104, 104.2, 101.8, 102],
      [101, 101.5, 100.5, 101.02],
      [102, 103.6, 101.9, 103.5],
    ],
    [
      [0, 'close', 104.1],
      [1, 'close', 101.3],
      [1, 'high', 101.05],
      [1, 'high', 101.8],
      [2, 'low', 101.5],
      [2, 'open', 103.5],
      [2, 'high', 104],
    ],
  ],
];

const USUAL: Candle[] = Array.from({ length: 10 }, () => ({ open: 100, high: 100.5, low: 99.5, close: 100 }));

function marks(id: string, candles: readonly Candle[]): number[] {
  const indicator = INDICATORS.find((one) => one.id === id);
  if (!indicator) throw new Error(`no indicator ${id}`);
  const bars = allocateBars(candles.length, 'own');
  candles.forEach((candle, i) => {
    for (const price of ['open', 'high', 'low', 'close'] as const) bars[price][i] = candle[price];
  });
  const [column = new Float64Array()] = indicator.compute({ kind: 'bars', bars }, []);
  return [...column];
}

const candlesOf = (bars: readonly Prices[]): Candle[] => [
  ...USUAL,
  ...bars.map(([open, high, low, close]) => ({ open, high, low, close })),
];

describe.each(EXAMPLES)('%s %i', (id, mark, bars, spoilers) => {
  const candles = candlesOf(bars);

  test('is recognised on the bar that completes it', () => {
    expect(marks(id, candles).at(-1)).toBe(mark);
    expect(patternMarks(id, candles).at(-1)).toBe(mark);
  });

  test.each(spoilers)('is none when bar %i has %s %f', (bar, price, value) => {
    const spoiled = candles.map((candle, i) => (i === USUAL.length + bar ? { ...candle, [price]: value } : candle));
    expect(marks(id, spoiled).at(-1)).toBe(0);
    expect(patternMarks(id, spoiled).at(-1)).toBeCloseTo(0);
  });

  test('is the same in a quiet market', () => {
    const moved = (price: number) => 1.07 + (price - 100) / 10_000;
    const quiet = candles.map(({ open, high, low, close }) => ({
      open: moved(open),
      high: moved(high),
      low: moved(low),
      close: moved(close),
    }));
    expect(marks(id, quiet).at(-1)).toBe(mark);
  });
});

test('every pattern has an example', () => {
  expect([...new Set(EXAMPLES.map(([id]) => id))].toSorted()).toEqual(PATTERNS.toSorted());
});

test('nothing is nearly equal by the measure of bars without a range', () => {
  const still = USUAL.map(() => ({ open: 100, high: 100, low: 100, close: 100 }));
  expect(marks('doji', [...still, { open: 100, high: 101, low: 99, close: 100 }]).at(-1)).toBe(0);
});

test('the ten bars before a pattern measure it, no more and no fewer', () => {
  const doji = { open: 100, high: 100.5, low: 99.6, close: 100.05 };
  const narrow = { open: 100, high: 100, low: 99.99, close: 100 };
  expect(marks('doji', [narrow, ...USUAL, doji]).at(-1)).toBe(1);
  expect(marks('doji', [narrow, narrow, narrow, narrow, narrow, narrow, ...USUAL.slice(6), doji]).at(-1)).toBe(0);
  expect(marks('doji', [...USUAL.slice(1), narrow, { ...doji, close: 100.09 }]).at(-1)).toBe(1);
  expect(marks('doji', [...USUAL.slice(2), narrow, narrow, { ...doji, close: 100.09 }]).at(-1)).toBe(0);
});
