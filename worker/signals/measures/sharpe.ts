import { periodicReturns } from '../../metrics/periods.ts';
import { periodicSharpe } from '../../metrics/risk/sharpe.ts';
import { everyBar } from '../../metrics/sampling.ts';
import type { TradedRun } from './traded-run.ts';

/** Sharpe ratio, as `metrics/risk/sharpe.ts` defines it: equity is worked out at the ends of the periods alone. */
export function sharpe(run: TradedRun): number {
  const { market, firstTradableBar } = run;
  const { samples, perYear } = market.periods(firstTradableBar);
  const equity = equityAt(samples, run);
  // Measuring starts with the capital.
  if (equity.length > 0) equity[0] = market.terms.cash;
  return periodicSharpe(periodicReturns(equity, everyBar(equity))) * Math.sqrt(perYear);
}

/** @param bars ascending */
function equityAt(bars: Int32Array, { market, trades }: TradedRun): Float64Array {
  const { close } = market.bars;
  const { multiplier } = market.terms.instrument;
  const { direction, qty, entryBar, exitBar, cashHeld, cashAfter } = trades.rows;
  const equity = new Float64Array(bars.length);
  let row = 0;
  for (let i = 0; i < bars.length; i++) {
    const bar = bars[i] as number;
    while (row < trades.count && (exitBar[row] as number) <= bar) row++;
    if (row < trades.count && (entryBar[row] as number) <= bar) {
      const units = (direction[row] as number) * (qty[row] as number);
      equity[i] = (cashHeld[row] as number) + units * (close[bar] as number) * multiplier;
    } else equity[i] = row === 0 ? market.terms.cash : (cashAfter[row - 1] as number);
  }
  return equity;
}
