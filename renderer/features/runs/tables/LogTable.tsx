import { useCallback, useMemo, useState } from 'react';
import type { RunDetail } from '#shared/contract/run.ts';
import { TIMEFRAMES } from '#shared/domain/timeframe.ts';
import { client } from '../../../app/api/client.ts';
import { useAppDispatch } from '../../../app/store/store.ts';
import { formatCount } from '../../../ui/format/count.ts';
import type { GridColumn } from '../../../ui/grid/column.ts';
import { DataGrid } from '../../../ui/grid/DataGrid.tsx';
import { EmptyState } from '../../../ui/state/EmptyState.tsx';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import { barPicked } from '../workspace-slice.ts';
import type { AskForPage } from './row-pages.ts';
import styles from './tables.module.css';
import { timeColumnWidth, timeFormat } from './trade-columns.tsx';
import { useRowPages } from './use-row-pages.ts';

interface LogLine {
  /** Its place in the log. */
  place: number;
  bar: number;
  time: number;
  text: string;
}

const lineKey = ({ place }: LogLine) => place;

/** What the strategy wrote, in its order. */
export function LogTable({ detail }: { detail: RunDetail }) {
  const dispatch = useAppDispatch();
  const { id: run, series, strategy } = detail.run;
  const [selected, setSelected] = useState<number | null>(null);
  const ask = useCallback<AskForPage<LogLine>>(
    async (offset, limit) => {
      const { rows, total } = await client.runs.log({ run, offset, limit });
      return { rows: rows.map((row, index) => ({ ...row, place: offset + index })), total, offset };
    },
    [run],
  );
  const { pages, rowCount, total, error } = useRowPages(ask, lineKey);
  const barLength = TIMEFRAMES[series[0]?.timeframe ?? '1d'];
  const columns = useMemo<readonly GridColumn<LogLine>[]>(
    () => [
      {
        id: 'time',
        title: 'Bar (UTC)',
        width: timeColumnWidth(barLength),
        cell: ({ time }) => timeFormat(barLength)(time),
      },
      {
        id: 'bar',
        title: 'Bar',
        width: 72,
        align: 'end',
        cell: ({ bar }) => <span className={styles.muted}>{formatCount(bar + 1)}</span>,
      },
      { id: 'text', title: 'Text', width: 480, cell: ({ text }) => <span className={styles.mono}>{text}</span> },
    ],
    [barLength],
  );
  const select = async (place: number) => {
    const line = await pages.fetch(place);
    if (line === undefined) return;
    setSelected(place);
    dispatch(barPicked({ run, row: line.bar, symbol: null }));
  };
  return (
    <DataGrid
      label={`Log of ${strategy.name}`}
      columns={columns}
      rowCount={rowCount}
      getRow={pages.row}
      onWindowChange={pages.load}
      selected={selected}
      onSelect={(place) => void select(place)}
      isLoading={total === null}
      empty={<EmptyState title="Nothing was written" body="log(…) in a strategy writes a line here." />}
      error={error === null ? undefined : <ErrorState error={error} isCompact onRetry={pages.retry} />}
    />
  );
}
