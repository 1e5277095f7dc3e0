import type { FillColumns } from '#shared/domain/run-result.ts';
import type { Money } from '#shared/domain/units.ts';
import type { Measure } from '../metric.ts';

/**
 * The largest share of the account that was invested at a close, long or short.
 *
 *   max |value held| / (|value held| + free cash),  free cash = cash − 2 · debt
 *
 * The debt of a short is what its units were sold for: the cash that this brought isn't free, and as much again is
 * bound.
 *
 * @returns 0–1; NaN where prices aren't known.
 * Convention: vectorbt's, which knows one currency.
 */
export const maxGrossExposure: Measure = {
  id: 'maxGrossExposure',
  unit: 'fraction',
  convention: 'highest share at a close of what was invested in what was invested or free',
  compute({ closes, equity, fills, multipliers, initialCash }) {
    if (closes.length === 0) return Number.NaN;
    const held = closes.map((prices, symbol) => ({ prices, account: new ShortAccount(multipliers[symbol] as number) }));
    let cash = initialCash;
    let largest = 0;
    let next = 0;
    for (let bar = 0; bar < equity.length; bar++) {
      for (; next < fills.bar.length && (fills.bar[next] as number) <= bar; next++) {
        const account = held[fills.symbol[next] as number]?.account;
        if (account !== undefined) cash += account.settle(fills, next);
      }
      let invested = 0;
      let debt = 0;
      for (const { prices, account } of held) {
        invested += Math.abs(account.units * (prices[bar] as number)) * account.multiplier;
        debt += account.debt;
      }
      if (invested > 0) largest = Math.max(largest, invested / (invested + cash - 2 * debt));
    }
    return largest;
  },
};

/** The units of one symbol, and what is owed for those sold short. */
class ShortAccount {
  units = 0;
  debt: Money = 0;
  readonly multiplier: number;

  constructor(multiplier: number) {
    this.multiplier = multiplier;
  }

  /** @returns the cash that a fill brings, negative when it costs */
  settle(fills: FillColumns, row: number): Money {
    const qty = fills.qty[row] as number;
    const value = (fills.price[row] as number) * this.multiplier;
    const bought = fills.side[row] === 0 ? qty : -qty;
    const after = this.units + bought;
    const shortBefore = Math.max(0, -this.units);
    const shortAfter = Math.max(0, -after);
    if (shortAfter < shortBefore) this.debt *= shortAfter / shortBefore;
    else this.debt += (shortAfter - shortBefore) * value;
    this.units = after;
    return -bought * value - (fills.commission[row] as number);
  }
}
