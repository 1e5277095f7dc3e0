import type { BarIndex } from '#shared/domain/units.ts';
import { firstSet, isSet } from './bits/bits.ts';
import type { PlanBits } from './plan-bits.ts';

/** How many round trips can be looked up together. */
export const MOST_TRIPS = 256;

/**
 * Round trips that the signals alone ask for, as though every entry were filled; the account says later which are.
 * Several at a time: their prices lie far apart, and memory brings many of them in the time of one.
 */
export class RoundTrips {
  count = 0;
  /** +1 long, −1 short. */
  readonly direction = new Int8Array(MOST_TRIPS);
  readonly entryBar = new Int32Array(MOST_TRIPS);
  /** The number of bars where no signal ends it. */
  readonly exitBar = new Int32Array(MOST_TRIPS);
  /** Opens of these bars; NaN behind the last one. */
  readonly entryOpen = new Float64Array(MOST_TRIPS);
  readonly exitOpen = new Float64Array(MOST_TRIPS);
  /** The bar whose signals are looked at next, when all of them were made. */
  next: BarIndex = 0;

  /**
   * Looks up the next round trips of an account that is flat.
   * @param from the first bar whose signals count
   * @param most how many, from 1 to MOST_TRIPS
   */
  lookUp(plan: PlanBits, open: Float64Array, from: BarIndex, most: number): void {
    const { entries, exits, shortEntries, shortExits } = plan;
    const { direction, entryBar, exitBar, entryOpen, exitOpen } = this;
    const bars = open.length;
    let looked = from;
    let count = 0;
    while (count < most) {
      const signal = firstSet(entries, shortEntries, looked, bars);
      const entry = signal + 1;
      if (entry >= bars) break;
      const isLong = isSet(entries, signal);
      const opposite = isLong ? shortEntries : entries;
      const exitSignal = firstSet(isLong ? exits : shortExits, opposite, entry, bars);
      const exit = Math.min(exitSignal + 1, bars);
      direction[count] = isLong ? 1 : -1;
      entryBar[count] = entry;
      exitBar[count] = exit;
      count++;
      // An entry the other way ended it: looked at again, now flat, it opens at the same open.
      looked = exitSignal < bars && isSet(opposite, exitSignal) ? exitSignal : exit;
    }
    for (let i = 0; i < count; i++) {
      entryOpen[i] = open[entryBar[i] as number] as number;
      exitOpen[i] = (exitBar[i] as number) < bars ? (open[exitBar[i] as number] as number) : Number.NaN;
    }
    this.count = count;
    this.next = looked;
  }
}
