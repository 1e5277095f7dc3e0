import type { BarIndex } from '#shared/domain/units.ts';
import { firstSet, isSet } from './bits/bits.ts';
import type { PlanBits } from './plan-bits.ts';
import type { TradeList } from './trades.ts';

/**
 * Looks up the next round trips that the signals alone ask for, as though every entry were filled; the account says
 * later which are. Several at a time: their prices lie far apart, and memory brings many of them in the time of one.
 *
 * @param from the first bar whose signals count; the account is flat
 * @param most how many to look up
 * @param trades gets them behind its trades: direction, bars and opens. An exit that no signal asks for has the number
 *   of bars for its bar and NaN for its price.
 * @returns the bar whose signals are looked at next, when all of them were made; the number of bars when none is
 */
export function lookUpTrips(
  plan: PlanBits,
  open: Float64Array,
  from: BarIndex,
  most: number,
  trades: TradeList,
): BarIndex {
  const { entries, exits, shortEntries, shortExits } = plan;
  const { count } = trades;
  const { direction, entryBar, exitBar, entryReference, exitReference } = trades.reserve(count + most);
  const bars = open.length;
  let looked = from;
  let row = count;
  for (; row < count + most; row++) {
    const signal = firstSet(entries, shortEntries, looked, bars);
    const entry = signal + 1;
    if (entry >= bars) {
      looked = bars;
      break;
    }
    const isLong = isSet(entries, signal);
    const opposite = isLong ? shortEntries : entries;
    const exitSignal = firstSet(isLong ? exits : shortExits, opposite, entry, bars);
    const exit = Math.min(exitSignal + 1, bars);
    direction[row] = isLong ? 1 : -1;
    entryBar[row] = entry;
    exitBar[row] = exit;
    // An entry the other way ended it: looked at again, now flat, it opens at the same open.
    looked = exitSignal < bars && isSet(opposite, exitSignal) ? exitSignal : exit;
  }
  trades.planned = row;
  for (let trip = count; trip < row; trip++) {
    const exit = exitBar[trip] as number;
    entryReference[trip] = open[entryBar[trip] as number] as number;
    exitReference[trip] = exit < bars ? (open[exit] as number) : Number.NaN;
  }
  return looked;
}
