import { isoTime } from '#shared/domain/iso-time.ts';
import { DAY } from '../metrics/civil-month.ts';
import type { Check } from './check.ts';
import type { CheckInput } from './check-input.ts';
import { firstAbove } from './gaps.ts';
import { counted, whole } from './quantities.ts';

const MANY = 0.1;
const HOUR = DAY / 24;

/** Data gaps inside trades: what the price did there, and whether a stop was reached, nobody knows. */
export const dataGaps: Check = {
  id: 'data-gaps',
  look(input) {
    const { trades, symbols } = input;
    const count = trades.pnl.length;
    let across = 0;
    let longest: Gap | null = null;
    for (let row = 0; row < count; row++) {
      const gap = longestGapIn(input, row);
      if (gap === null) continue;
      across++;
      if (longest === null || gap.length > longest.length) longest = gap;
    }
    if (longest === null) return null;
    return {
      weight: across < count * MANY ? 0.15 : 0.4,
      message: `A gap in the data lies inside ${whole(across)} of ${counted(count, 'trade')}: the longest is ${duration(longest.length)} from ${isoTime(longest.from)} on (${symbols[longest.symbol]}).`,
      suggestion: 'Import the missing bars, or leave the time around them out of the run.',
    };
  },
};

interface Gap {
  readonly symbol: number;
  /** Open of the last bar before it. */
  readonly from: number;
  readonly length: number;
}

/** The longest gap between the bars of a trade's fills; null when there is none. */
function longestGapIn({ trades, market }: CheckInput, trade: number): Gap | null {
  const symbol = trades.symbol[trade] as number;
  const history = market[symbol];
  if (history === undefined) return null;
  const { afterGaps, rows, bars } = history;
  let longest: Gap | null = null;
  const exitBar = trades.exitBar[trade] as number;
  for (let next = firstAbove(afterGaps, trades.entryBar[trade] as number); next < afterGaps.length; next++) {
    const bar = afterGaps[next] as number;
    if (bar > exitBar) break;
    const row = rows === null ? bar : (rows[bar] as number);
    const from = bars.time[row - 1] as number;
    const length = (bars.time[row] as number) - from;
    if (longest === null || length > longest.length) longest = { symbol, from, length };
  }
  return longest;
}

function duration(length: number): string {
  return length < 2 * DAY ? counted(Math.round(length / HOUR), 'hour') : counted(Math.round(length / DAY), 'day');
}
