import { CASH_ACCOUNT } from '#shared/domain/account.ts';
import type { BarColumns } from '#shared/domain/bars.ts';
import { type CostsSpec, NO_COSTS } from '#shared/domain/costs.ts';
import type { Instrument } from '#shared/domain/instrument.ts';
import type { ParamDeclarations } from '#shared/strategy-api/params.ts';
import type { ConditionBuilder, Signals, SizeBuilder } from '#shared/strategy-api/signals.ts';
import type { SetupContext } from '#shared/strategy-api/strategy.ts';
import type { TechnicalAnalysis } from '#shared/strategy-api/ta.ts';
import { instrument } from '../../tests/support/bars.ts';
import { type Simulation, simulate } from '../engine/backtest.ts';
import { semanticsOf } from '../engine/semantics/semantics.ts';
import { type LoadedStrategy, loadedStrategy, strategy } from '../strategy/definition.ts';
import { hindcastModule, type ModuleScope } from '../strategy/module.ts';
import { SignalMarket } from './signal-market.ts';

export interface Given {
  data: SetupContext<ParamDeclarations>['data'];
  params: Readonly<Record<string, number>>;
  ta: TechnicalAnalysis;
  when: ConditionBuilder;
  size: SizeBuilder;
}

export interface SignalCase {
  bars: BarColumns;
  signals(given: Given): Signals;
  warmup?: number;
  cash?: number;
  costs?: Partial<CostsSpec>;
  instrument?: Instrument;
  /** Bars of other symbols, for the event engine. */
  others?: readonly BarColumns[];
}

/** A signals strategy with a market of its own, ready for the kernel. */
export function signalCase(one: SignalCase): { strategy: LoadedStrategy; market: SignalMarket } {
  const { loaded, scope } = load(one);
  const series = { bars: one.bars, instrument: one.instrument ?? instrument() };
  const market = new SignalMarket({ series, cash: one.cash ?? 10_000, costs: { ...NO_COSTS, ...one.costs }, scope });
  return { strategy: loaded, market };
}

/** The same on the event engine. */
export function simulateCase(one: SignalCase): Simulation {
  const { loaded, scope } = load(one);
  return simulate(loaded, {
    series: [one.bars, ...(one.others ?? [])].map((bars, i) => ({
      bars,
      instrument: one.instrument ?? instrument({ symbol: `S${i}` }),
    })),
    params: {},
    cash: one.cash ?? 10_000,
    costs: { ...NO_COSTS, ...one.costs },
    account: CASH_ACCOUNT,
    semantics: semanticsOf('hindcast-1'),
    scope,
    progress: new Int32Array(1),
  });
}

function load({ signals, warmup }: SignalCase): { loaded: LoadedStrategy; scope: ModuleScope } {
  const scope: ModuleScope = { first: null };
  const { ta, when, size } = hindcastModule(scope, 0);
  const given = { ta: ta as unknown as TechnicalAnalysis, when, size };
  const definition = strategy({
    name: 'test',
    ...(warmup !== undefined && { warmup }),
    signals: ({ data, params }) => signals({ data, params: params as Record<string, number>, ...given }),
  });
  const loaded = loadedStrategy(definition);
  if (loaded === null) throw new Error('the definition was not loaded');
  return { loaded, scope };
}
