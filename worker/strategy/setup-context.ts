import type { ParamValue } from '#shared/domain/manifest.ts';
import type { MarketFeed } from './feed.ts';
import { RunMarket } from './market.ts';
import type { ModuleScope } from './module.ts';

/** What `setup` gets: from here on the strategy's module knows the bars of the run. */
export function setupContext(
  market: MarketFeed,
  params: Record<string, ParamValue>,
  scope: ModuleScope,
): { readonly data: RunMarket; readonly params: Readonly<Record<string, ParamValue>> } {
  const first = market.of(0);
  scope.first = { cursor: first.cursor, rows: first.bars.time.length };
  return Object.freeze({ data: new RunMarket(market), params: Object.freeze({ ...params }) });
}
