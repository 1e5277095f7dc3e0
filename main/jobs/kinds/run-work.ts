import { z } from 'zod';
import { runTermsSchema } from '#shared/contract/run.ts';
import { strategyRefSchema } from '#shared/contract/strategies.ts';
import { strategyIdSchema } from '#shared/contract/strategy.ts';
import type { SeriesKey } from '#shared/domain/series.ts';
import { selectorOf } from '../../market/selector.ts';
import type { MarketStore } from '../../market/store/market-store.ts';
import type { RunRequest, RunService } from '../../runs/run-service.ts';
import type { ResolveStrategy } from '../../strategies/resolve-strategy.ts';
import type { JobWork } from '../job-kind.ts';

/** A run as it is kept until it begins. */
export const runInputSchema = runTermsSchema.extend({
  // The strategy of a stored run may be longer than what a request may hold.
  strategy: z.union([
    strategyRefSchema,
    z.strictObject({
      kind: z.literal('source'),
      file: z.string(),
      source: z.string(),
      /** Whose text it is, where it is that of a person's own. */
      strategy: strategyIdSchema.exactOptional(),
    }),
  ]),
});

/** What was asked for, defaults filled in. */
export type RunInput = z.output<typeof runInputSchema>;

export interface RunParts {
  runService: RunService;
  market: MarketStore;
  resolve: ResolveStrategy;
  threads: number;
  /** Writes down that a run is one of a person's own strategy. */
  noteRun: (strategy: string, run: string) => void;
  /** Called when runs have changed. */
  onChanged: () => void;
}

export function runWork({ runService, market, resolve, threads, noteRun, onChanged }: RunParts): JobWork<RunInput> {
  return {
    kind: 'run',
    unit: 'bars',
    canPause: false,
    atOnce: threads,
    input: runInputSchema,
    async perform(input, { signal, onProgress, onRun }) {
      try {
        const { record, result } = await runService.run(requestOf(input, market, resolve), {
          signal,
          onProgress: ({ bar, bars }) => onProgress(bar, bars),
          onBegin: (run) => {
            onRun(run);
            const owner = ownerOf(input);
            if (owner !== undefined) noteRun(owner, run);
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

/**
 * What was asked for, with the text of its strategy and the whole names of its series: `last` may be another run, and
 * `SPY` another series, when the run begins.
 * @param request what `requestOf` found for it
 */
export function pinned(input: RunInput, { strategy, series, fx, finer, spreads, funding }: RunRequest): RunInput {
  const owner = ownerOf(input);
  const bySymbol = (keys: Readonly<Record<string, SeriesKey>>) =>
    Object.fromEntries(Object.entries(keys).map(([symbol, key]) => [symbol, selectorOf(key)]));
  return {
    ...input,
    strategy: {
      kind: 'source',
      file: strategy.file,
      source: strategy.source,
      ...(owner !== undefined && { strategy: owner }),
    },
    series: series.map(selectorOf),
    ...(finer !== undefined && { finer: finer === 'stored' ? finer : finer.map(selectorOf) }),
    ...(fx !== undefined && { fx: fx.map(selectorOf) }),
    ...(spreads !== undefined && { spreads: bySymbol(spreads) }),
    ...(funding !== undefined && { funding: bySymbol(funding) }),
  };
}

/** The strategy of a person's own that a run is made with. */
export function ownerOf({ strategy }: RunInput): string | undefined {
  return 'strategy' in strategy ? strategy.strategy : undefined;
}
