import * as library from 'technicalindicators';
import { describe, expect, test } from 'vitest';

/** Open, high, low, close. */
type Prices = [number, number, number, number];

function candles(bars: Prices[]) {
  const [open, high, low, close] = [0, 1, 2, 3].map((price) => bars.map((bar) => bar[price] as number));
  return { open: open ?? [], high: high ?? [], low: low ?? [], close: close ?? [] };
}

type Recogniser = (data: ReturnType<typeof candles>) => boolean;

/** Bars that the library takes for a pattern which they are not: why the catalogue does without it. */
const MISTAKEN: [recognises: Recogniser, because: string, bars: Prices[]][] = [
  [library.bullishspinningtop, 'the bar falls', [[10, 11, 9, 9.9]]],
  [library.bearishspinningtop, 'there is no lower shadow', [[10, 10.8, 9.5, 9.5]]],
  [
    library.bullishharami,
    'the second body sticks out',
    [
      [10, 10.2, 7.9, 8],
      [8.5, 10.15, 8.4, 10.1],
    ],
  ],
  [
    library.bullishharamicross,
    'the second body sticks out',
    [
      [10, 10.2, 7.9, 8],
      [9.995, 10.1, 9.9, 10.001],
    ],
  ],
  [
    library.piercingline,
    'the second body covers the first',
    [
      [10, 10.1, 8.9, 9],
      [8.8, 10.6, 8.7, 10.5],
    ],
  ],
  [
    library.morningstar,
    'the body of the star is the largest',
    [
      [10, 10.1, 8.9, 9],
      [8.5, 8.6, 6.9, 7],
      [8.7, 9.9, 8.6, 9.8],
    ],
  ],
  [
    library.eveningstar,
    'the body of the star is the largest',
    [
      [9, 10.1, 8.9, 10],
      [10.5, 12.1, 10.4, 12],
      [10.3, 10.4, 9.1, 9.2],
    ],
  ],
  [
    library.threeblackcrows,
    'the second close is the highest',
    [
      [10, 10.1, 8.9, 9],
      [9.8, 9.9, 8.8, 9.2],
      [9.5, 9.6, 8.7, 8.9],
    ],
  ],
  [
    library.threewhitesoldiers,
    'the second bar opens far below the first body',
    [
      [9, 10.1, 8.9, 10],
      [5, 10.3, 4.9, 10.2],
      [9, 10.6, 8.9, 10.5],
    ],
  ],
  [library.bullishhammerstick, 'the shadow is half the body, not twice', [[10, 12, 9, 12]]],
  [library.bearishhammerstick, 'the shadow is half the body, not twice', [[12, 12, 9, 10]]],
  [library.bullishinvertedhammerstick, 'the shadow is half the body, not twice', [[10, 13, 10, 12]]],
  [library.bearishinvertedhammerstick, 'the shadow is half the body, not twice', [[12, 13, 10, 10]]],
];

/** Patterns that are made of a hammer, before the bar that confirms them and with it. */
const HAMMERED: [
  unconfirmed: Recogniser,
  confirmed: Recogniser,
  close: number[],
  hammer: Prices,
  confirmation: Prices,
][] = [
  [library.hammerpatternunconfirmed, library.hammerpattern, [15, 14, 13, 12], [10, 12, 9, 12], [12, 13, 12, 13]],
  [library.hangingmanunconfirmed, library.hangingman, [6, 7, 8, 9], [10, 12, 9, 12], [12, 12, 11, 11]],
  [library.shootingstarunconfirmed, library.shootingstar, [6, 7, 8, 9], [10, 13, 10, 12], [12, 12, 11, 11]],
];

const resting = (close: number): Prices => [close, close, close, close];

describe('technicalindicators', () => {
  test.each(MISTAKEN)('takes bars for a $0.name although $1', (recognises, _, bars) => {
    expect(recognises(candles(bars))).toBe(true);
  });

  test.each(HAMMERED)('takes bars for a $1.name that has no hammer', (unconfirmed, confirmed, closes, hammer, next) => {
    const trend = closes.map(resting);
    expect(unconfirmed(candles([...trend, hammer]))).toBe(true);
    expect(confirmed(candles([...trend.slice(1), hammer, next]))).toBe(true);
  });

  test.each([
    [library.tweezertop, [10, 30, 12]],
    [library.tweezerbottom, [12, 30, 10]],
  ])(
    'overlooks a $0.name, because it compares gains and losses as texts, by which 10 is less than 9',
    (recognises, closes) => {
      const tweezers: Prices[] = [11, 11].map((close) => [close, 35, 5, close]);
      expect(recognises(candles([...closes.map(resting), ...tweezers]))).toBe(false);
    },
  );
});
