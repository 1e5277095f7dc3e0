import type { z } from 'zod';
import { runTermsSchema } from '#shared/contract/run.ts';
import type { MarketStore } from '../../market/store/market-store.ts';
import type { RunRequest, RunService } from '../../runs/run-service.ts';
import type { ResolveStrategy } from '../../strategies/resolve-strategy.ts';
import type { JobWork } from '../job-kind.ts';

/** What was asked for, defaults filled in. */
export type RunInput = z.output<typeof runTermsSchema>;

export interface RunParts {
  runService: RunService;
  market: MarketStore;
  resolve: ResolveStrategy;
  threads: number;
  /** Called when runs have changed. */
  onChanged: () => void;
}

export function runWork({ runService, market, resolve, threads, onChanged }: RunParts): JobWork<RunInput> {
  return {
    kind: 'run',
    unit: 'bars',
    canPause: false,
    atOnce: threads,
    input: runTermsSchema,
    async perform(input, { signal, onProgress, onRun }) {
      try {
        const { record, result } = await runService.run(requestOf(input, market, resolve), {
          signal,
          onProgress: ({ bar, bars }) => onProgress(bar, bars),
          onBegin: (run) => {
            onRun(run);
            onChanged();
          },
        });
        const status = result.failure === null ? 'done' : 'failed';
        onProgress(result.time.length, result.time.length);
        return { kind: 'run', run: record.id, status, trades: result.trades.symbol.length };
      } finally {
        onChanged();
      }
    },
  };
}

/** The request behind what was asked for. @throws HindcastError for series and strategies that aren't there */
export function requestOf(input: RunInput, market: MarketStore, resolve: ResolveStrategy): RunRequest {
  const { strategy, series, fx, finer, spreads, funding, ...terms } = input;
  const find = (selector: string) => market.find(selector);
  const bySymbol = (selectors: Record<string, string>) =>
    Object.fromEntries(Object.entries(selectors).map(([symbol, selector]) => [symbol, find(selector)]));
  return {
    ...terms,
    strategy: resolve(strategy),
    series: series.map(find),
    finer: finer === 'stored' ? 'stored' : finer.map(find),
    ...(fx !== undefined && { fx: fx.map(find) }),
    ...(spreads !== undefined && { spreads: bySymbol(spreads) }),
    ...(funding !== undefined && { funding: bySymbol(funding) }),
  };
}
