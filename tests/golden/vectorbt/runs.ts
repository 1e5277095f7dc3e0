import type { BarColumns } from '#shared/domain/bars.ts';
import type { Simulation } from '#worker/engine/backtest.ts';
import { instrument } from '../../support/bars.ts';
import { type RunOptions, runStrategy } from '../../support/run-strategy.ts';
import { rsiProtected } from './strategies/rsi-protected.ts';
import { smaCross } from './strategies/sma-cross.ts';
import { smaReversal } from './strategies/sma-reversal.ts';

const FEES = { model: 'percent', fraction: 0.0005 } as const;
const TERMS: RunOptions = {
  semantics: 'vectorbt',
  cash: 1_000_000,
  costs: { commission: FEES },
  instruments: [instrument({ lotStep: 0 })],
};
const SLIPPED: RunOptions = { ...TERMS, costs: { commission: FEES, slippage: { model: 'percent', fraction: 0.0005 } } };
const bracket = rsiProtected((order) => ({ stopLoss: order.percentAway(5), takeProfit: order.percentAway(10) }));
const trail = rsiProtected((order) => ({ trailingStop: order.percentAway(5) }));

/** The golden runs by name, as someone would ask our engine for them. */
export const RUNS: Readonly<Record<string, (bars: BarColumns) => Simulation>> = {
  sma_cross: (bars) => runStrategy(bars, smaCross(), TERMS),
  sma_cross_slippage: (bars) => runStrategy(bars, smaCross(), SLIPPED),
  sma_cross_int: (bars) => runStrategy(bars, smaCross(), { ...TERMS, instruments: [instrument()] }),
  sma_cross_sameclose: (bars) => runStrategy(bars, smaCross(), { ...SLIPPED, account: { timing: 'close' } }),
  sma_cross_both: (bars) => runStrategy(bars, smaReversal, SLIPPED),
  sma_cross_fixedfees_size: (bars) =>
    runStrategy(bars, smaCross(50), {
      ...SLIPPED,
      costs: { ...SLIPPED.costs, commission: { model: 'fixed-plus-percent', amount: 3, fraction: 0.0005 } },
    }),
  rsi_sltp: (bars) => runStrategy(bars, bracket, SLIPPED),
  rsi_sltp_fillprice: (bars) => runStrategy(bars, bracket, { ...SLIPPED, account: { distanceFrom: 'fill' } }),
  rsi_sltrail: (bars) => runStrategy(bars, trail, SLIPPED),
};
