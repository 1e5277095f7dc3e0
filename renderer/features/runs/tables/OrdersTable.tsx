import { useCallback, useMemo, useState } from 'react';
import type { Order, RunDetail } from '#shared/contract/run.ts';
import type { ORDER_COLUMNS } from '#shared/contract/runs.ts';
import { TIMEFRAMES } from '#shared/domain/timeframe.ts';
import type { Ms } from '#shared/domain/units.ts';
import { client } from '../../../app/api/client.ts';
import { useAppDispatch } from '../../../app/store/store.ts';
import { formatCount } from '../../../ui/format/count.ts';
import { formatPrice } from '../../../ui/format/price.ts';
import type { GridColumn, GridSort } from '../../../ui/grid/column.ts';
import { DataGrid } from '../../../ui/grid/DataGrid.tsx';
import { EmptyState } from '../../../ui/state/EmptyState.tsx';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import { barPicked } from '../workspace-slice.ts';
import type { AskForPage } from './row-pages.ts';
import styles from './tables.module.css';
import { timeColumnWidth, timeFormat } from './trade-columns.tsx';
import { formatUnits } from './units.ts';
import { useRowPages } from './use-row-pages.ts';

const NEWEST_FIRST: GridSort = { column: 'id', direction: 'descending' };
const orderKey = ({ id }: Order) => id;

/** Orders of a run, sorted by the host. */
export function OrdersTable({ detail }: { detail: RunDetail }) {
  const dispatch = useAppDispatch();
  const { id: run, series, strategy } = detail.run;
  const [sort, setSort] = useState(NEWEST_FIRST);
  const [selected, setSelected] = useState<number | null>(null);
  const ask = useCallback<AskForPage<Order>>(
    (offset, limit) =>
      client.runs.orders({
        run,
        offset,
        limit,
        sort: sort.column as (typeof ORDER_COLUMNS)[number],
        direction: sort.direction,
      }),
    [run, sort],
  );
  const { pages, rowCount, total, error } = useRowPages(ask, orderKey);
  const barLength = TIMEFRAMES[series[0]?.timeframe ?? '1d'];
  const hasSymbols = series.length > 1;
  const columns = useMemo(() => orderColumns(barLength, hasSymbols), [barLength, hasSymbols]);
  const select = async (place: number) => {
    const order = await pages.fetch(place);
    if (order === undefined) return;
    setSelected(order.id);
    dispatch(barPicked({ run, row: order.placedIndex, symbol: order.symbol }));
  };
  return (
    <DataGrid
      label={`Orders of ${strategy.name}`}
      columns={columns}
      rowCount={rowCount}
      getRow={pages.row}
      onWindowChange={pages.load}
      sort={sort}
      onSort={setSort}
      selected={selected === null ? null : pages.placeOf(selected)}
      onSelect={(place) => void select(place)}
      isLoading={total === null}
      empty={<EmptyState title="No orders" body="The strategy sent none." />}
      error={error === null ? undefined : <ErrorState error={error} isCompact onRetry={pages.retry} />}
    />
  );
}

function orderColumns(barLength: Ms, hasSymbols: boolean): readonly GridColumn<Order>[] {
  const when = timeFormat(barLength);
  const timeWidth = timeColumnWidth(barLength);
  const symbol: GridColumn<Order> = {
    id: 'symbol',
    title: 'Symbol',
    width: 72,
    sortsFirst: 'ascending',
    cell: (o) => o.symbol,
  };
  const price = (value: number | null) => (value === null ? '' : formatPrice(value));
  return [
    {
      id: 'id',
      title: '#',
      width: 56,
      align: 'end',
      sortsFirst: 'descending',
      cell: ({ id }) => <span className={styles.muted}>{formatCount(id + 1)}</span>,
    },
    {
      id: 'placedTime',
      title: 'Sent (UTC)',
      width: timeWidth,
      sortsFirst: 'descending',
      cell: (o) => when(o.placedTime),
    },
    ...(hasSymbols ? [symbol] : []),
    { id: 'side', title: 'Side', width: 56, sortsFirst: 'ascending', cell: (o) => o.side },
    { id: 'type', title: 'Type', width: 76, sortsFirst: 'ascending', cell: (o) => o.type },
    { id: 'role', title: 'For', width: 80, sortsFirst: 'ascending', cell: (o) => o.role },
    { id: 'qty', title: 'Qty', width: 72, align: 'end', sortsFirst: 'descending', cell: (o) => formatUnits(o.qty) },
    { id: 'filled', title: 'Filled', width: 72, align: 'end', cell: (o) => formatUnits(o.filled) },
    { id: 'limit', title: 'Limit', width: 72, align: 'end', cell: (o) => price(o.limit) },
    { id: 'stop', title: 'Stop', width: 72, align: 'end', cell: (o) => price(o.stop) },
    { id: 'status', title: 'Status', width: 72, sortsFirst: 'ascending', cell: (o) => o.status },
    {
      id: 'endTime',
      title: 'Ended (UTC)',
      width: timeWidth,
      sortsFirst: 'descending',
      cell: (o) => (o.endTime === null ? '' : when(o.endTime)),
    },
    {
      id: 'reason',
      title: 'Tag, reason',
      width: 220,
      cell: (o) => <span className={styles.secondary}>{[o.tag, o.reason].filter(Boolean).join(' · ')}</span>,
    },
  ];
}
