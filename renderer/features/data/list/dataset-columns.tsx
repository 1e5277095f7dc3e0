import type { Series } from '#shared/contract/market.ts';
import { formatCount } from '../../../ui/format/count.ts';
import { formatDay, formatTime } from '../../../ui/format/time-utc.ts';
import type { GridColumn } from '../../../ui/grid/column.ts';
import { formatBytes } from '../byte-size.ts';
import styles from './DatasetList.module.css';
import { GapCount } from './GapCount.tsx';

/** Enough of a hash to tell two series apart by eye. */
const SHORT_HASH = 8;

/** The columns of the list of datasets. */
export const DATASET_COLUMNS: readonly GridColumn<Series>[] = [
  {
    id: 'symbol',
    title: 'Symbol',
    width: 110,
    sortsFirst: 'ascending',
    cell: ({ symbol }) => <span className={styles.symbol}>{symbol}</span>,
  },
  { id: 'timeframe', title: 'Timeframe', width: 84, sortsFirst: 'ascending', cell: ({ timeframe }) => timeframe },
  { id: 'from', title: 'From (UTC)', width: 96, sortsFirst: 'ascending', cell: (row) => formatDay(row.firstTime) },
  { id: 'to', title: 'To (UTC)', width: 96, sortsFirst: 'descending', cell: (row) => formatDay(row.lastTime) },
  {
    id: 'bars',
    title: 'Bars',
    width: 84,
    align: 'end',
    sortsFirst: 'descending',
    cell: ({ rows }) => formatCount(rows),
  },
  {
    id: 'gaps',
    title: 'Gaps',
    width: 72,
    align: 'end',
    sortsFirst: 'descending',
    cell: ({ gaps }) => <GapCount gaps={gaps} />,
  },
  {
    id: 'size',
    title: 'Size',
    width: 84,
    align: 'end',
    sortsFirst: 'descending',
    cell: ({ bytes }) => formatBytes(bytes),
  },
  { id: 'source', title: 'Source', width: 84, sortsFirst: 'ascending', cell: ({ source }) => source },
  {
    id: 'hash',
    title: 'Hash',
    width: 84,
    cell: ({ hash }) => <code className={styles.hash}>{hash.slice(0, SHORT_HASH)}</code>,
  },
  {
    id: 'updated',
    title: 'Updated (UTC)',
    width: 120,
    sortsFirst: 'descending',
    cell: ({ updatedAt }) => formatTime(Math.floor(updatedAt / 60_000) * 60_000),
  },
];
