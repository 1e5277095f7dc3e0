import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RunDetail, Trade } from '#shared/contract/run.ts';
import type { TRADE_COLUMNS } from '#shared/contract/runs.ts';
import { TIMEFRAMES } from '#shared/domain/timeframe.ts';
import { client } from '../../../app/api/client.ts';
import { useAppDispatch } from '../../../app/store/store.ts';
import type { GridSort } from '../../../ui/grid/column.ts';
import { DataGrid } from '../../../ui/grid/DataGrid.tsx';
import { EmptyState } from '../../../ui/state/EmptyState.tsx';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import { WhyThisFill } from '../trade/WhyThisFill.tsx';
import { useWorkspace } from '../use-workspace.ts';
import { tradeSelected } from '../workspace-slice.ts';
import type { AskForPage } from './row-pages.ts';
import type { TradeFilterChoice } from './TradeFilter.tsx';
import styles from './tables.module.css';
import { tradeColumns } from './trade-columns.tsx';
import { useRowPages } from './use-row-pages.ts';

const NEWEST_FIRST: GridSort = { column: 'trade', direction: 'descending' };
const tradeKey = ({ trade }: Trade) => trade;

/** Trades of a run, sorted and filtered by the host; the selected one is explained beside them. */
export function TradesTable({ detail, filter }: { detail: RunDetail; filter: TradeFilterChoice }) {
  const dispatch = useAppDispatch();
  const { id, currency, series, strategy } = detail.run;
  const [sort, setSort] = useState(NEWEST_FIRST);
  const ask = useCallback<AskForPage<Trade>>(
    (offset, limit, including) => client.runs.trades({ run: id, offset, limit, ...termsOf(sort, filter, including) }),
    [id, sort, filter],
  );
  const { pages, rowCount, total, error } = useRowPages(ask, tradeKey);
  const selected = useWorkspace(({ selectedTrade }) => (selectedTrade?.run === id ? selectedTrade.trade : null));
  // A selection is brought into the table when it is made; sorting anew shows the top of the table.
  const reached = useRef<number | null>(null);
  useEffect(() => {
    if (selected !== null && selected !== reached.current) void pages.reach(selected);
    reached.current = selected;
  }, [pages, selected]);
  const isFiltered = Object.values(filter).some((choice) => choice !== 'any');
  const barLength = TIMEFRAMES[series[0]?.timeframe ?? '1d'];
  const hasSymbols = series.length > 1;
  const columns = useMemo(() => tradeColumns({ currency, barLength, hasSymbols }), [currency, barLength, hasSymbols]);

  const select = async (place: number) => {
    const trade = await pages.fetch(place);
    if (trade !== undefined) dispatch(tradeSelected({ run: id, trade: trade.trade }));
  };
  return (
    <div className={styles.split}>
      <DataGrid
        label={`Trades of ${strategy.name}`}
        columns={columns}
        rowCount={rowCount}
        getRow={pages.row}
        onWindowChange={pages.load}
        sort={sort}
        onSort={setSort}
        selected={selected === null ? null : pages.placeOf(selected)}
        onSelect={(place) => void select(place)}
        isLoading={total === null}
        empty={<EmptyState title="No trades" body={isFiltered ? NONE_LIKE_THAT : 'The run made none.'} />}
        error={error === null ? undefined : <ErrorState error={error} isCompact onRetry={pages.retry} />}
      />
      {selected !== null && <WhyThisFill run={id} trade={selected} currency={currency} barLength={barLength} />}
    </div>
  );
}

const NONE_LIKE_THAT = 'No trade is like that: take the filter away.';

function termsOf(sort: GridSort, filter: TradeFilterChoice, including: number | undefined) {
  const { side, outcome, exitReason, symbol } = filter;
  return {
    sort: sort.column as (typeof TRADE_COLUMNS)[number],
    direction: sort.direction,
    ...(side !== 'any' && { side }),
    ...(outcome !== 'any' && { outcome }),
    ...(exitReason !== 'any' && { exitReason }),
    ...(symbol !== 'any' && { symbol }),
    ...(including !== undefined && { including }),
  };
}
