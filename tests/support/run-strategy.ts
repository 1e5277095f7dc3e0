import { type AccountTerms, accountSchema } from '#shared/domain/account.ts';
import type { BarColumns } from '#shared/domain/bars.ts';
import { type CostsSpec, NO_COSTS } from '#shared/domain/costs.ts';
import type { Instrument } from '#shared/domain/instrument.ts';
import type { SemanticsId } from '#shared/domain/manifest.ts';
import type { ParamDeclarations } from '#shared/strategy-api/params.ts';
import type { StrategyDefinition } from '#shared/strategy-api/strategy.ts';
import { type SimulatedSeries, type Simulation, simulate } from '#worker/engine/backtest.ts';
import { semanticsOf } from '#worker/engine/semantics/semantics.ts';
import { loadedStrategy, strategy } from '#worker/strategy/definition.ts';
import { instrument } from './bars.ts';

export interface RunOptions {
  cash?: number;
  costs?: Partial<CostsSpec>;
  account?: AccountTerms;
  semantics?: SemanticsId;
  instruments?: readonly Instrument[];
  /** What is known of each symbol beside its bars. */
  about?: readonly Omit<SimulatedSeries, 'instrument' | 'bars'>[];
  /** Account money for a unit of each symbol's currency, at each bar of the clock. */
  rates?: readonly (Float64Array | null)[];
}

/** Runs a strategy over bars without sandbox, threads or disk. */
export function runStrategy<S, T>(
  bars: BarColumns | readonly BarColumns[],
  definition: Omit<StrategyDefinition<ParamDeclarations, S, T>, 'name'>,
  options: RunOptions = {},
): Simulation {
  const series = Array.isArray(bars) ? (bars as readonly BarColumns[]) : [bars as BarColumns];
  const loaded = loadedStrategy(
    strategy({ name: 'test', ...definition } as StrategyDefinition<ParamDeclarations, unknown, unknown>),
  );
  if (loaded === null) throw new Error('the definition was not loaded');
  const run = simulate(loaded, {
    series: series.map((one, i) => ({
      ...options.about?.[i],
      bars: one,
      instrument: options.instruments?.[i] ?? instrument(),
    })),
    params: {},
    cash: options.cash ?? 10_000,
    costs: { ...NO_COSTS, ...options.costs },
    account: accountSchema.parse(options.account ?? {}),
    semantics: semanticsOf(options.semantics ?? 'hindcast-1'),
    ...(options.rates !== undefined && { rates: options.rates }),
    scope: { first: null },
    progress: new Int32Array(1),
  });
  if (run.thrown !== null) throw run.thrown.error;
  return run;
}
