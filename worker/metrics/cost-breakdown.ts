import type { CostBreakdown, FillColumns } from '#shared/domain/run-result.ts';
import type { Money } from '#shared/domain/units.ts';

/**
 * What trading cost: commission, half spreads and slippage of every fill, in the account's currency.
 *
 * @param multipliers money per point of price and unit, for each symbol
 * @param netProfit profit after costs; with the costs added back it is the gross profit that they are a share of
 */
export function costBreakdown(fills: FillColumns, multipliers: readonly number[], netProfit: Money): CostBreakdown {
  let commission = 0;
  let spread = 0;
  let slippage = 0;
  for (let row = 0; row < fills.qty.length; row++) {
    const rate = fills.rate[row] as number;
    const moneyPerPoint = (fills.qty[row] as number) * (multipliers[fills.symbol[row] as number] as number) * rate;
    commission += (fills.commission[row] as number) * rate;
    spread += (fills.spread[row] as number) * moneyPerPoint;
    slippage += (fills.slippage[row] as number) * moneyPerPoint;
  }
  const total = commission + spread + slippage;
  const grossProfit = netProfit + total;
  return { commission, spread, slippage, shareOfGrossProfit: grossProfit > 0 ? total / grossProfit : Number.NaN };
}
