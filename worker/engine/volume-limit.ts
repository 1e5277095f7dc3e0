import type { Desk } from './desk.ts';
import { floorToLot } from './sizing.ts';

/** The share of a bar's volume that the run's orders may trade in all. */
export class VolumeLimit {
  readonly #desk: Desk;
  /** Units that the run has traded of each symbol's bar, and which bar that was. */
  readonly #traded: Float64Array;
  readonly #tradedBar: Int32Array;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#traded = new Float64Array(desk.portfolio.holdings.length);
    this.#tradedBar = new Int32Array(desk.portfolio.holdings.length).fill(-1);
  }

  /** Units of the bar that the run may still trade. What isn't known to have been traded counts as nothing. */
  available(symbol: number, bar: number, lotStep: number): number {
    const { participation } = this.#desk.account;
    if (participation === null) return Number.POSITIVE_INFINITY;
    const volume = this.#desk.quotes.volume(symbol) || 0;
    if (this.#tradedBar[symbol] !== bar) {
      this.#tradedBar[symbol] = bar;
      this.#traded[symbol] = 0;
    }
    return floorToLot(Math.max(0, volume * participation - (this.#traded[symbol] as number)), lotStep);
  }

  /** Counts units as traded. */
  count(symbol: number, qty: number): void {
    this.#traded[symbol] = (this.#traded[symbol] as number) + qty;
  }
}
