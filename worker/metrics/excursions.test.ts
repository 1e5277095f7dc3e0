import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PATH_SEGMENTS, type PathSegment } from '#shared/domain/run-result.ts';
import { BarPath } from '../engine/path.ts';
import { excursions } from './excursions.ts';
import { barsOf, type WalkedFill, type WalkedTrade, walked } from './walked-trades.fixture.ts';

type Quote = [number, number, number, number];

function excursionsOf(quotes: readonly Quote[], trade: WalkedTrade, multiplier = 1) {
  const market = [{ bars: barsOf(quotes), rows: null }];
  const { trades, fills } = walked([trade]);
  const { favourable, adverse, favourableFraction, adverseFraction } = excursions(trades, fills, market, [multiplier]);
  return [favourable[0], adverse[0], favourableFraction[0], adverseFraction[0]];
}

/** Opens at 100, goes to 98 first, then to 106, closes at 104. */
const LOW_FIRST: Quote = [100, 106, 98, 104];
/** Opens at 100, goes to 103 first, then to 94, closes at 97. */
const HIGH_FIRST: Quote = [100, 103, 94, 97];

describe('excursions of a long trade', () => {
  const between = (entry: WalkedFill, exit: WalkedFill, quotes: readonly Quote[] = [LOW_FIRST, HIGH_FIRST]) =>
    excursionsOf(quotes, { direction: 1, entry: { qty: 1, ...entry }, exit }).slice(0, 2);
  const leaving: WalkedFill = { bar: 1, segment: 'open', reference: 100 };

  it.each([
    ['at the open', 'open', 100, [6, -2]],
    ['on the way to the first extreme', 'to-first-extreme', 99, [7, -1]],
    ['on the way to the second extreme', 'to-second-extreme', 103, [3, -3]],
    ['on the way to the close', 'to-close', 105, [0, -5]],
    ['at the close', 'close', 104, [0, -4]],
  ] as const)('the bar of the entry counts from the fill on: %s', (_, segment, reference, expected) => {
    expect(between({ bar: 0, segment, reference }, leaving)).toEqual(expected);
  });

  it.each([
    ['at the open', 'open', 100, [2, -6]],
    ['on the way to the first extreme', 'to-first-extreme', 102, [4, -6]],
    ['on the way to the second extreme', 'to-second-extreme', 99, [5, -6]],
    ['on the way to the close', 'to-close', 95, [5, -6]],
    ['at the close', 'close', 97, [5, -6]],
  ] as const)('the bar of the exit counts up to the fill: %s', (_, segment, reference, expected) => {
    const entered: WalkedFill = { bar: 0, segment: 'close', reference: 98 };
    const before: Quote = [98, 98, 92, 98];
    expect(between(entered, { bar: 2, segment, reference }, [before, before, HIGH_FIRST])).toEqual(expected);
  });

  it('sees the other side of the way when the bar of the exit goes low first', () => {
    const entered: WalkedFill = { bar: 0, segment: 'close', reference: 100 };
    const exit: WalkedFill = { bar: 1, segment: 'to-second-extreme', reference: 101 };
    expect(between(entered, exit, [LOW_FIRST, LOW_FIRST])).toEqual([1, -2]);
  });

  it('takes the low first at equal distances', () => {
    const entered: WalkedFill = { bar: 0, segment: 'to-second-extreme', reference: 100 };
    expect(between(entered, leaving, [[100, 104, 96, 100], HIGH_FIRST])).toEqual([4, 0]);
  });

  it('within one bar sees what lies between the fills', () => {
    const entry: WalkedFill = { bar: 0, segment: 'to-first-extreme', reference: 99 };
    expect(between(entry, { bar: 0, segment: 'to-first-extreme', reference: 98.5 })).toEqual([0, -0.5]);
    expect(between(entry, { bar: 0, segment: 'to-second-extreme', reference: 102 })).toEqual([3, -1]);
    expect(between(entry, { bar: 0, segment: 'to-close', reference: 105 })).toEqual([7, -1]);
  });

  it('counts whole bars in between, by high and low', () => {
    const entry: WalkedFill = { bar: 0, segment: 'close', reference: 100 };
    const bars: Quote[] = [LOW_FIRST, [100, 120, 70, 110], [100, 130, 90, 100], LOW_FIRST];
    expect(between(entry, { bar: 3, segment: 'open', reference: 100 }, bars)).toEqual([30, -30]);
  });

  it('sees only what is certain where shorter bars showed the way', () => {
    const entry: WalkedFill = { bar: 0, segment: 'finer', reference: 105 };
    const exit: WalkedFill = { bar: 1, segment: 'finer', reference: 95 };
    expect(between(entry, leaving)).toEqual([0, -5]);
    expect(between({ bar: 0, segment: 'close', reference: 98 }, exit)).toEqual([2, -3]);
    expect(between(entry, { ...exit, bar: 0, reference: 103 })).toEqual([0, -2]);
  });

  it('sees the last bar whole where the trade stays open, and its last price', () => {
    const entered: WalkedFill = { bar: 0, segment: 'close', reference: 104 };
    const listed: WalkedFill = { bar: 1, segment: 'open', reference: 108 };
    const trade: WalkedTrade = { direction: 1, entry: entered, exit: listed, staysOpen: true };
    expect(excursionsOf([LOW_FIRST, HIGH_FIRST], trade).slice(0, 2)).toEqual([4, -10]);
    expect(excursionsOf([LOW_FIRST, HIGH_FIRST], { ...trade, direction: -1 }).slice(0, 2)).toEqual([10, -4]);
  });

  it('sees a fill at a price that the bar does not have', () => {
    const entry: WalkedFill = { bar: 0, segment: 'open', reference: 100 };
    const rows = Int32Array.of(0, -1, -1);
    const gone: WalkedFill = { bar: 2, segment: 'close', reference: 80 };
    const { trades, fills } = walked([{ direction: 1, entry, exit: gone }]);
    const { favourable, adverse } = excursions(trades, fills, [{ bars: barsOf([LOW_FIRST]), rows }], [1]);
    expect([favourable[0], adverse[0]]).toEqual([6, -20]);
  });
});

describe('excursions in money', () => {
  const entry: WalkedFill = { bar: 0, segment: 'open', reference: 100 };
  const exit: WalkedFill = { bar: 1, segment: 'open', reference: 100 };

  it('turn for a short trade', () => {
    expect(excursionsOf([LOW_FIRST, LOW_FIRST], { direction: -1, entry, exit })).toEqual([2, -6, 0.02, -0.06]);
  });

  it('grow with units and multiplier, fractions do not', () => {
    expect(excursionsOf([LOW_FIRST, LOW_FIRST], { direction: 1, qty: 3, entry, exit }, 50)).toEqual([
      900, -300, 0.06, -0.02,
    ]);
  });

  it('are converted at the rate of the entry', () => {
    const costly = { ...entry, commission: 1, rate: 2 };
    const left = { ...exit, rate: 5 };
    expect(excursionsOf([LOW_FIRST, LOW_FIRST], { direction: 1, entry: costly, exit: left })).toEqual([
      10, -6, 0.05, -0.03,
    ]);
  });

  it('begin at the price that was paid', () => {
    expect(excursionsOf([LOW_FIRST, LOW_FIRST], { direction: 1, entryPrice: 125, entry, exit })).toEqual([
      0,
      -27,
      0,
      -27 / 125,
    ]);
  });

  it('have paid the commission of the entry: the part of the fill that the trade is', () => {
    const shared = { ...entry, qty: 4, commission: 8 };
    expect(excursionsOf([LOW_FIRST, LOW_FIRST], { direction: 1, qty: 2, entry: shared, exit })).toEqual([
      8,
      -8,
      8 / 200,
      -8 / 200,
    ]);
  });

  it('have paid nothing for the exit', () => {
    const costly = { ...exit, commission: 5 };
    const trade: WalkedTrade = { direction: 1, entry, exit: costly, exitPrice: 90 };
    expect(excursionsOf([LOW_FIRST, LOW_FIRST], trade)).toEqual([6, -2, 0.06, -0.02]);
  });

  it('are on the right side of zero', () => {
    expect(excursionsOf([[100, 100, 100, 100], LOW_FIRST], { direction: 1, entry, exit }).slice(0, 2)).toEqual([0, 0]);
    const better: Quote = [120, 120, 110, 120];
    const left = { ...exit, bar: 2, reference: 105 };
    expect(
      excursionsOf([[100, 100, 100, 100], better, [105, 105, 105, 105]], { direction: 1, entry, exit: left }),
    ).toEqual([20, 0, 0.2, 0]);
  });
});

it('reads each held bar once, however many trades hold it', () => {
  const bars = barsOf(new Array(1_000).fill(LOW_FIRST));
  let reads = 0;
  const high = new Proxy(bars.high, {
    get(column, key) {
      reads++;
      return Reflect.get(column, key);
    },
  });
  const trade = (from: number, to: number): WalkedTrade => ({
    direction: 1,
    entry: { bar: from, segment: 'open', reference: 100 },
    exit: { bar: to, segment: 'open', reference: 100 },
  });
  const list = [...new Array(60).fill(trade(10, 20)), trade(15, 25), trade(900, 910)];
  const { trades, fills } = walked(list);
  excursions(trades, fills, [{ bars: { ...bars, high }, rows: null }], [1]);
  const held = 25 - 10 + (910 - 900);
  const onBarsOfFills = 2 * list.length;
  expect(reads).toBe(held + onBarsOfFills);
});

/** Places on the way through a bar: 0 = open, 1 and 2 = the extremes, 3 = close. */
interface Place {
  bar: number;
  along: number;
}

const MULTIPLIERS = [2, 3];
const SYMBOLS = MULTIPLIERS.length;
const BARS = 12;

const quote = fc
  .tuple(
    fc.integer({ min: 50, max: 99 }),
    fc.integer({ min: 1, max: 30 }),
    fc.integer({ min: 0, max: 30 }),
    fc.nat(100),
  )
  .map(([low, up, over, part]): Quote => {
    const open = low + Math.round((up * part) / 100);
    return [open, low + up + over, low, low + up];
  });

const place = fc
  .tuple(fc.nat(BARS - 1), fc.constantFrom(0, 0.25, 0.5, 1.25, 1.5, 2.25, 2.75, 3))
  .map(([bar, along]): Place => ({ bar, along }));

const position = fc.record({
  symbol: fc.nat(SYMBOLS - 1),
  direction: fc.constantFrom<1 | -1>(1, -1),
  ends: fc.tuple(place, place),
  qty: fc.integer({ min: 1, max: 5 }),
  commission: fc.integer({ min: 0, max: 10 }),
});

const symbolBars = fc.record({
  quotes: fc.array(quote, { minLength: BARS, maxLength: BARS }),
  /** Bars of the clock on which the symbol has none. */
  missing: fc.array(fc.nat(BARS - 1), { maxLength: 4 }),
});

/** Negative where a comes first. */
const byTime = (a: Place, b: Place) => a.bar - b.bar || a.along - b.along;

/** Open, first extreme, second extreme, close, as the engine walks. */
function turningPoints([open, high, low, close]: Quote): number[] {
  const path = new BarPath();
  path.start(open, high, low, close);
  const points = [open];
  for (; !path.isFinished; path.finishLeg()) points.push(path.legEnd);
  return points;
}

function priceAt(points: readonly number[], along: number): number {
  const from = points[Math.floor(along)] as number;
  return from + ((points[Math.ceil(along)] as number) - from) * (along % 1);
}

function segmentAt(along: number): PathSegment {
  return PATH_SEGMENTS[along === 0 ? 0 : along === 3 ? 4 : Math.ceil(along)] as PathSegment;
}

describe('excursions of any trades, in any overlap', () => {
  it('are those of all prices on the way from fill to fill', () => {
    fc.assert(
      fc.property(
        fc.array(symbolBars, { minLength: SYMBOLS, maxLength: SYMBOLS }),
        fc.array(position, { minLength: 1, maxLength: 12 }),
        (symbols, positions) => {
          const market = symbols.map(({ quotes, missing }) => {
            const present = quotes.flatMap((_, bar) => (missing.includes(bar) ? [] : [bar]));
            const rows = Int32Array.from(quotes, (_, bar) => present.indexOf(bar));
            return {
              bars: barsOf(present.map((bar) => quotes[bar] as Quote)),
              rows: missing.length === 0 ? null : rows,
            };
          });
          const hasBar = (symbol: number, bar: number) => !symbols[symbol]?.missing.includes(bar);
          const points = symbols.map(({ quotes }) => quotes.map(turningPoints));
          const fill = (symbol: number, { bar, along }: Place): WalkedFill => ({
            bar,
            symbol,
            segment: segmentAt(along),
            reference: priceAt(points[symbol]?.[bar] ?? [], along),
          });

          const list = positions
            .map(({ ends, ...rest }) => ({ ...rest, ends: ends.toSorted(byTime) }))
            .filter(({ symbol, ends }) => ends.every(({ bar }) => hasBar(symbol, bar)))
            .toSorted((a, b) => byTime(a.ends[1] as Place, b.ends[1] as Place));
          const { trades, fills } = walked(
            list.map(({ symbol, direction, ends, qty, commission }) => ({
              direction,
              qty,
              entry: { ...fill(symbol, ends[0] as Place), qty: 10, commission },
              exit: fill(symbol, ends[1] as Place),
            })),
          );
          const result = excursions(trades, fills, market, MULTIPLIERS);

          for (const [row, { symbol, direction, ends, qty, commission }] of list.entries()) {
            const [entry, exit] = ends as [Place, Place];
            const seen = [entry, exit].map(({ bar, along }) => priceAt(points[symbol]?.[bar] ?? [], along));
            for (let bar = entry.bar; bar <= exit.bar; bar++) {
              for (let along = 0; along <= 3 && hasBar(symbol, bar); along++) {
                const here = { bar, along };
                if (byTime(entry, here) <= 0 && byTime(here, exit) <= 0) {
                  seen.push(points[symbol]?.[bar]?.[along] as number);
                }
              }
            }
            const paid = seen[0] as number;
            const money = qty * (MULTIPLIERS[symbol] as number);
            const profits = seen.map((price) => direction * (price - paid) * money - (commission * qty) / 10);
            const [best, worst] = [Math.max(0, ...profits), Math.min(0, ...profits)];
            expect(result.favourable[row]).toBeCloseTo(best, 9);
            expect(result.adverse[row]).toBeCloseTo(worst, 9);
            expect(result.favourableFraction[row]).toBeCloseTo(best / (paid * money), 12);
            expect(result.adverseFraction[row]).toBeCloseTo(worst / (paid * money), 12);
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
