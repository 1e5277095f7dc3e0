import type { RunDetail, RunTerms } from '#shared/contract/run.ts';
import type { ParamValue, UsedSeries } from '#shared/domain/manifest.ts';

/** How a series is named: `SP500:1d:import`. */
function selectorOf({ symbol, timeframe, source }: Pick<UsedSeries, 'symbol' | 'timeframe' | 'source'>): string {
  return `${symbol}:${timeframe}:${source}`;
}

/** What to ask for to make a run again, with its own source and data, and with other parameters. */
export function termsOfRun(
  { run, manifest }: Pick<RunDetail, 'run' | 'manifest'>,
  params: Readonly<Record<string, ParamValue>> = manifest.params,
): RunTerms {
  const { data, fx, cash, account, costs, semantics, seed } = manifest;
  const bySymbol = <T>(pick: (one: (typeof data)[number]) => T | undefined) =>
    Object.fromEntries(data.flatMap((one) => [[one.symbol, pick(one)]]).filter(([, value]) => value !== undefined));
  const spreads = bySymbol(({ spread }) => spread && selectorOf(spread));
  const funding = bySymbol((one) => one.funding && selectorOf(one.funding));
  const actions = bySymbol((one) => one.actions);
  return {
    strategy: { kind: 'run', run: run.id },
    params,
    series: data.map(selectorOf),
    from: Math.min(...data.map(({ firstTime }) => firstTime)),
    to: Math.max(...data.map(({ lastTime }) => lastTime)),
    cash,
    costs,
    account,
    semantics,
    seed,
    finer: data.flatMap(({ finer }) => (finer === undefined ? [] : [selectorOf(finer)])),
    ...(fx !== undefined && { fx: fx.map(selectorOf) }),
    ...(Object.keys(spreads).length > 0 && { spreads }),
    ...(Object.keys(funding).length > 0 && { funding }),
    ...(Object.keys(actions).length > 0 && { actions }),
  };
}
