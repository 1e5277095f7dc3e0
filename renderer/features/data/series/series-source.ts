import type { ContractClient } from '#shared/contract/index.ts';
import type { Series } from '#shared/contract/market.ts';
import { TIMEFRAMES } from '#shared/domain/timeframe.ts';
import { viewportOfBars } from '../../../charts/viewport/from-contract.ts';
import type { ViewportSource } from '../../../charts/viewport/viewport-source.ts';

/** The bars of a stored series for a chart. */
export function seriesSource(
  client: ContractClient,
  { id: series, rows, timeframe }: Pick<Series, 'id' | 'rows' | 'timeframe'>,
): ViewportSource {
  return {
    totalRows: rows,
    barLength: TIMEFRAMES[timeframe],
    query: async (query, signal) => viewportOfBars(await client.market.viewport({ series, ...query }, { signal })),
    rowAt: async (time, signal) => (await client.market.rowAt({ series, time }, { signal })).row,
  };
}
