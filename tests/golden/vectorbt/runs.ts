import type { BarColumns } from '#shared/domain/bars.ts';
import type { Simulation } from '#worker/engine/backtest.ts';
import { instrument } from '../../support/bars.ts';
import { type RunOptions, runStrategy } from '../../support/run-strategy.ts';
import { rsiBracket } from './strategies/rsi-bracket.ts';
import { rsiTrail } from './strategies/rsi-trail.ts';
import { smaCross } from './strategies/sma-cross.ts';
import { smaReversal } from './strategies/sma-reversal.ts';

export const CASH = 1_000_000;
const TERMS: RunOptions = {
  semantics: 'vectorbt',
  cash: CASH,
  costs: { commission: { model: 'percent', fraction: 0.0005 } },
  instruments: [instrument({ lotStep: 0 })],
};
const SLIPPED: RunOptions = {
  ...TERMS,
  costs: { ...TERMS.costs, slippage: { model: 'percent', fraction: 0.0005 } },
};
const WITH_TICKETS: RunOptions = {
  ...SLIPPED,
  costs: { ...SLIPPED.costs, commission: { model: 'fixed-plus-percent', amount: 3, fraction: 0.0005 } },
};

/** The golden runs by name, as someone would ask for them here. */
export const RUNS: Readonly<Record<string, (bars: BarColumns) => Simulation>> = {
  sma_cross: (bars) => runStrategy(bars, smaCross(100), TERMS),
  sma_cross_int: (bars) => runStrategy(bars, smaCross(100), { ...TERMS, instruments: [instrument()] }),
  sma_cross_slippage: (bars) => runStrategy(bars, smaCross(100), SLIPPED),
  sma_cross_sameclose: (bars) => runStrategy(bars, smaCross(100), { ...SLIPPED, account: { timing: 'close' } }),
  sma_cross_fixedfees_size: (bars) => runStrategy(bars, smaCross(50), WITH_TICKETS),
  sma_cross_both: (bars) => runStrategy(bars, smaReversal, SLIPPED),
  rsi_sltp: (bars) => runStrategy(bars, rsiBracket, SLIPPED),
  rsi_sltp_fillprice: (bars) => runStrategy(bars, rsiBracket, { ...SLIPPED, account: { distanceFrom: 'fill' } }),
  rsi_sltrail: (bars) => runStrategy(bars, rsiTrail, SLIPPED),
};
