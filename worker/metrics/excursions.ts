import type { BarColumns } from '#shared/domain/bars.ts';
import { type FillColumns, PATH_SEGMENTS, type TradeColumns } from '#shared/domain/run-result.ts';
import type { BarIndex } from '#shared/domain/units.ts';
import { RunningMaximum } from './running-maximum.ts';

/** The bars of one symbol, and where they stand on the run's clock. */
export interface ClockedBars {
  readonly bars: Pick<BarColumns, 'open' | 'high' | 'low' | 'close'>;
  /** Row of its bar at each bar of the clock, −1 where it has none; null when its bars are the clock itself. */
  readonly rows: Int32Array | null;
}

/** How far each trade was in profit and in loss while it was open. */
export interface Excursions {
  /** Best open profit in money, 0 or more. */
  readonly favourable: Float64Array;
  /** Worst open profit in money, 0 or less. */
  readonly adverse: Float64Array;
  /** The same as fractions of the value at entry. */
  readonly favourableFraction: Float64Array;
  readonly adverseFraction: Float64Array;
}

/** Segments number the pieces of the path, `open` being its first point and `close` its last. */
const TO_FIRST_EXTREME = PATH_SEGMENTS.indexOf('to-first-extreme');
const TO_CLOSE = PATH_SEGMENTS.indexOf('to-close');
const PATH_END = PATH_SEGMENTS.indexOf('close');
/** Inside the bar, on a way that only shorter bars know. */
const FINER = PATH_SEGMENTS.indexOf('finer');

/**
 * Best and worst open profit of every trade between its two fills: maximum favourable and adverse excursion.
 *
 *   favourable = max(0, max over seen prices p of direction·(p − entry price)·qty·multiplier − entry commission)
 *
 * Seen are whole bars between the bars of the fills; of the entry's bar the assumed path (open → nearer extreme →
 * other extreme → close) from the fill on, of the exit's up to the fill. Where shorter bars showed another way, only
 * what is certain: the close after an entry, the open before an exit. A trade that is listed without a fill because it
 * is still open has seen its last bar whole. Entry costs are in it: spread and slippage through the price,
 * commission by the share of the fill that the trade is. Exit costs aren't, as in an account that shows open profit.
 *
 * Looks at each held bar once, however trades overlap.
 *
 * @param trades in the order of their exits
 * @param market one for each symbol
 * @param multipliers money per point of price and unit, for each symbol
 * @returns money in the account's currency, at the rate of the entry
 * Source: Sweeney (1996), Maximum Adverse Excursion; path and entry commission as in TradingView's list of trades.
 */
export function excursions(
  trades: TradeColumns,
  fills: FillColumns,
  market: readonly ClockedBars[],
  multipliers: readonly number[],
): Excursions {
  const count = trades.qty.length;
  const favourable = new Float64Array(count);
  const adverse = new Float64Array(count);
  const favourableFraction = new Float64Array(count);
  const adverseFraction = new Float64Array(count);
  const histories = market.map((one) => new HeldBars(one));
  const earliest = earliestEntries(trades, market.length);
  const seen = new SeenPrices();
  for (let row = 0; row < count; row++) {
    const symbol = trades.symbol[row] as number;
    const held = histories[symbol] as HeldBars;
    held.readUpTo(trades.exitBar[row] as number, earliest[row] as number);
    seeTrade(seen, trades, row, fills, held);

    const entry = trades.entryFill[row] as number;
    const qty = trades.qty[row] as number;
    const price = trades.entryPrice[row] as number;
    const isLong = (trades.direction[row] as number) > 0;
    const rate = fills.rate[entry] as number;
    const moneyPerPoint = qty * (multipliers[symbol] as number) * rate;
    const commission = ((fills.commission[entry] as number) * rate * qty) / (fills.qty[entry] as number);
    const best = isLong ? seen.highest - price : price - seen.lowest;
    const worst = isLong ? seen.lowest - price : price - seen.highest;
    const value = Math.abs(price) * moneyPerPoint;
    favourable[row] = Math.max(0, best * moneyPerPoint - commission);
    adverse[row] = Math.min(0, worst * moneyPerPoint - commission);
    favourableFraction[row] = (favourable[row] as number) / value;
    adverseFraction[row] = (adverse[row] as number) / value;
  }
  return { favourable, adverse, favourableFraction, adverseFraction };
}

/** For each trade the first entry of it and of all later ones in its symbol: no bar before is needed any more. */
function earliestEntries(trades: TradeColumns, symbols: number): Int32Array {
  const earliest = new Int32Array(trades.qty.length);
  const bySymbol = new Int32Array(symbols).fill(0x7fffffff);
  for (let row = earliest.length - 1; row >= 0; row--) {
    const symbol = trades.symbol[row] as number;
    bySymbol[symbol] = Math.min(bySymbol[symbol] as number, trades.entryBar[row] as number);
    earliest[row] = bySymbol[symbol] as number;
  }
  return earliest;
}

function seeTrade(seen: SeenPrices, trades: TradeColumns, row: number, fills: FillColumns, held: HeldBars): void {
  const entry = trades.entryFill[row] as number;
  const exit = trades.exitFill[row] as number;
  const entryBar = trades.entryBar[row] as number;
  const exitBar = trades.exitBar[row] as number;
  const entrySegment = fills.segment[entry] as number;
  const exitSegment = exit < 0 ? PATH_END : (fills.segment[exit] as number);
  const begins = entrySegment === FINER ? TO_CLOSE : entrySegment;
  const ends = exitSegment === FINER ? TO_FIRST_EXTREME : exitSegment;
  seen.start(fills.reference[entry] as number);
  if (entryBar === exitBar) held.walk(seen, entryBar, begins, ends);
  else {
    held.walk(seen, entryBar, begins, PATH_END);
    held.showAfter(seen, entryBar);
    held.walk(seen, exitBar, 0, ends);
  }
  seen.see(exit < 0 ? (trades.exitPrice[row] as number) : (fills.reference[exit] as number));
}

/** The range of the prices that a trade saw. */
class SeenPrices {
  highest = 0;
  lowest = 0;

  start(price: number): void {
    this.highest = price;
    this.lowest = price;
  }

  /** NaN is no price. */
  see(price: number): void {
    if (price > this.highest) this.highest = price;
    if (price < this.lowest) this.lowest = price;
  }
}

/** One symbol's bars: their extremes read once, from the left to the right, and the way through each. */
class HeldBars {
  readonly #bars: ClockedBars['bars'];
  readonly #rows: Int32Array | null;
  readonly #highs = new RunningMaximum();
  readonly #negatedLows = new RunningMaximum();
  /** First bar of the clock that wasn't read. */
  #next = 0;

  constructor({ bars, rows }: ClockedBars) {
    this.#bars = bars;
    this.#rows = rows;
  }

  /** Reads on to the bar before `end`; bars before `start` aren't asked for any more. */
  readUpTo(end: BarIndex, start: BarIndex): void {
    this.#next = Math.max(this.#next, start);
    for (; this.#next < end; this.#next++) {
      const row = this.#rowAt(this.#next);
      if (row < 0) continue;
      this.#highs.push(this.#next, this.#bars.high[row] as number);
      this.#negatedLows.push(this.#next, -(this.#bars.low[row] as number));
    }
  }

  /** Shows the extremes of the bars that were read, from the one after `bar` on. */
  showAfter(seen: SeenPrices, bar: BarIndex): void {
    seen.see(this.#highs.since(bar + 1));
    seen.see(-this.#negatedLows.since(bar + 1));
  }

  /**
   * Shows the turning points of the path through a bar that lie between two of its pieces; none where the symbol has
   * no bar.
   * @param from segment on which the walk begins
   * @param until segment on which it ends
   */
  walk(seen: SeenPrices, bar: BarIndex, from: number, until: number): void {
    const row = this.#rowAt(bar);
    if (row < 0) return;
    const open = this.#bars.open[row] as number;
    const high = this.#bars.high[row] as number;
    const low = this.#bars.low[row] as number;
    const highFirst = high - open < open - low;
    // The turning point with number n ends segment n.
    if (from <= 0 && until > 0) seen.see(open);
    if (from <= 1 && until > 1) seen.see(highFirst ? high : low);
    if (from <= 2 && until > 2) seen.see(highFirst ? low : high);
    if (from <= 3 && until > 3) seen.see(this.#bars.close[row] as number);
  }

  #rowAt(bar: BarIndex): number {
    return this.#rows === null ? bar : (this.#rows[bar] as number);
  }
}
