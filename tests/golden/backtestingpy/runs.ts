import type { Simulation } from '#worker/engine/backtest.ts';
import { type RunOptions, runStrategy } from '../../support/run-strategy.ts';
import { readSp500 } from '../sp500.ts';
import { atrTrail } from './strategies/atr-trail.ts';
import { bollingerLimit } from './strategies/bollinger-limit.ts';
import { donchianStop } from './strategies/donchian-stop.ts';
import { emaLongShort } from './strategies/ema-long-short.ts';
import { emaTarget } from './strategies/ema-target.ts';
import { pyramid } from './strategies/pyramid.ts';
import { rsiStops } from './strategies/rsi-stops.ts';
import { smaCross } from './strategies/sma-cross.ts';

const HALF_MARGIN = { leverage: 2 };
const TERMS: RunOptions = {
  semantics: 'backtesting.py',
  cash: 1_000_000,
  costs: { commission: { model: 'percent', fraction: 0.0005 } },
};

/** The golden runs by name, as someone would ask our engine for them. */
const RUNS: Readonly<Record<string, (bars: ReturnType<typeof readSp500>) => Simulation>> = {
  sma_cross: (bars) => runStrategy(bars, smaCross, TERMS),
  sma_cross_nofinalize: (bars) => runStrategy(bars, smaCross, { ...TERMS, account: { closeAtEnd: false } }),
  sma_cross_toc: (bars) => runStrategy(bars, smaCross, { ...TERMS, account: { timing: 'close' } }),
  rsi_sltp: (bars) => runStrategy(bars, rsiStops, TERMS),
  donchian_stop: (bars) => runStrategy(bars, donchianStop, TERMS),
  bollinger_limit: (bars) => runStrategy(bars, bollingerLimit, TERMS),
  ema_longshort_margin: (bars) => runStrategy(bars, emaLongShort, { ...TERMS, account: HALF_MARGIN }),
  ema_longshort_fifo: (bars) => runStrategy(bars, emaTarget, { ...TERMS, account: HALF_MARGIN }),
  ema_ls_hedging: (bars) => runStrategy(bars, emaTarget, { ...TERMS, account: { ...HALF_MARGIN, hedging: true } }),
  atr_trail: (bars) => runStrategy(bars, atrTrail, TERMS),
  pyramid_partial: (bars) => runStrategy(bars, pyramid, TERMS),
  ema_ls_spread_fixedfee: (bars) =>
    runStrategy(bars, emaLongShort, {
      ...TERMS,
      account: HALF_MARGIN,
      costs: {
        commission: { model: 'fixed-plus-percent', amount: 5, fraction: 0.0005 },
        // Theirs is the half that an entry pays.
        spread: { model: 'percent', fraction: 0.0006 },
      },
    }),
};
export { RUNS };
