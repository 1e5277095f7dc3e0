import type { BarColumns } from '#shared/domain/bars.ts';
import type { Simulation } from '#worker/engine/backtest.ts';
import { type RunOptions, runStrategy } from '../../support/run-strategy.ts';
import { atrTrail } from './strategies/atr-trail.ts';
import { bollingerLimit } from './strategies/bollinger-limit.ts';
import { donchianStop } from './strategies/donchian-stop.ts';
import { emaLongShort } from './strategies/ema-long-short.ts';
import { emaTarget } from './strategies/ema-target.ts';
import { pyramid } from './strategies/pyramid.ts';
import { rsiStops } from './strategies/rsi-stops.ts';
import { smaCross } from './strategies/sma-cross.ts';

export const CASH = 1_000_000;
export const TERMS: RunOptions = {
  semantics: 'backtesting.py',
  cash: CASH,
  costs: { commission: { model: 'percent', fraction: 0.0005 } },
};
const ON_MARGIN: RunOptions = { ...TERMS, account: { leverage: 2 } };

/** The golden runs by name, as someone would ask for them here. */
export const RUNS: Readonly<Record<string, (bars: BarColumns) => Simulation>> = {
  sma_cross: (bars) => runStrategy(bars, smaCross, TERMS),
  sma_cross_nofinalize: (bars) => runStrategy(bars, smaCross, { ...TERMS, account: { closeAtEnd: false } }),
  sma_cross_toc: (bars) => runStrategy(bars, smaCross, { ...TERMS, account: { timing: 'close' } }),
  rsi_sltp: (bars) => runStrategy(bars, rsiStops, TERMS),
  donchian_stop: (bars) => runStrategy(bars, donchianStop, TERMS),
  bollinger_limit: (bars) => runStrategy(bars, bollingerLimit, TERMS),
  atr_trail: (bars) => runStrategy(bars, atrTrail, TERMS),
  pyramid_partial: (bars) => runStrategy(bars, pyramid, TERMS),
  ema_longshort_margin: (bars) => runStrategy(bars, emaLongShort, ON_MARGIN),
  ema_longshort_fifo: (bars) => runStrategy(bars, emaTarget, ON_MARGIN),
  ema_ls_hedging: (bars) => runStrategy(bars, emaTarget, { ...TERMS, account: { leverage: 2, hedging: true } }),
  ema_ls_spread_fixedfee: (bars) =>
    runStrategy(bars, emaLongShort, {
      ...ON_MARGIN,
      costs: {
        commission: { model: 'fixed-plus-percent', amount: 5, fraction: 0.0005 },
        // Theirs is the half that an entry pays.
        spread: { model: 'percent', fraction: 0.0006 },
      },
    }),
};
