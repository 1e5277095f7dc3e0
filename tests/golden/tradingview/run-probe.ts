import { accountSchema } from '#shared/domain/account.ts';
import { NO_COSTS } from '#shared/domain/costs.ts';
import type { ParamDeclarations } from '#shared/strategy-api/params.ts';
import type { Series } from '#shared/strategy-api/series.ts';
import type { StrategyDefinition } from '#shared/strategy-api/strategy.ts';
import { type Simulation, simulate } from '#worker/engine/backtest.ts';
import { semanticsOf } from '#worker/engine/semantics/semantics.ts';
import { loadedStrategy, strategy } from '#worker/strategy/definition.ts';
import { hindcastModule, type ModuleScope } from '#worker/strategy/module.ts';
import { type Chart, ETHUSDT, readChart } from './chart.ts';

const CASH = 1_000_000;

/** Where `series` learns how many bars there are. */
const scope: ModuleScope = { first: null };

/** `series` as strategies import it from `hindcast`. */
export const series: (values: readonly number[]) => Series = hindcastModule(scope, 0).series;

/** What a probe sets in TradingView's dialogue, where it isn't the usual. */
export interface ProbeSettings {
  /** The chart's first and last bar. */
  first?: string;
  last: string;
  pyramiding?: number;
  /** Orders are processed at the close of the bar that sends them. */
  atClose?: boolean;
  /** Dollars for each order. */
  commission?: number;
}

export type ProbeStrategy<S, T> = Omit<StrategyDefinition<ParamDeclarations, S, T>, 'name'>;

export interface ProbeRun {
  run: Simulation;
  chart: Chart;
}

/** Runs a strategy on a chart by TradingView's rules: a million dollars, margin of 100 %. */
export function runProbe<S, T>(
  { first = '2025-03-31', last, pyramiding = 1, atClose = false, commission = 0 }: ProbeSettings,
  definition: ProbeStrategy<S, T>,
): ProbeRun {
  const chart = readChart(first, last);
  const loaded = loadedStrategy(
    strategy({ name: 'probe', ...definition } as StrategyDefinition<ParamDeclarations, unknown, unknown>),
  );
  if (loaded === null) throw new Error('the definition was not loaded');
  const run = simulate(loaded, {
    series: [{ bars: chart.bars, instrument: ETHUSDT }],
    params: {},
    cash: CASH,
    costs: { ...NO_COSTS, commission: { model: 'fixed', amount: commission } },
    account: accountSchema.parse({ currency: 'USD', pyramiding, timing: atClose ? 'close' : 'open' }),
    semantics: semanticsOf('tradingview'),
    rates: [chart.rates],
    scope,
    progress: new Int32Array(1),
  });
  if (run.thrown !== null) throw run.thrown.error;
  return { run, chart };
}
