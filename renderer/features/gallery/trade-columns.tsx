import { Delta } from '../../ui/figure/Delta.tsx';
import { formatCount } from '../../ui/format/count.ts';
import { formatDecimal } from '../../ui/format/decimal.ts';
import { formatMoney } from '../../ui/format/money.ts';
import { formatPercent } from '../../ui/format/percent.ts';
import { formatPrice } from '../../ui/format/price.ts';
import { formatTime } from '../../ui/format/time-utc.ts';
import type { GridColumn } from '../../ui/grid/column.ts';
import styles from './Gallery.module.css';
import type { SampleTrade } from './sample-trade.ts';

export const TRADE_COLUMNS: readonly GridColumn<SampleTrade>[] = [
  {
    id: 'trade',
    title: '#',
    width: 80,
    align: 'end',
    sortsFirst: 'descending',
    cell: ({ trade }) => <span className={styles.muted}>{formatCount(trade)}</span>,
  },
  {
    id: 'side',
    title: 'Side',
    width: 76,
    cell: ({ side }) => <span className={styles.side}>{side === 'long' ? '↗ long' : '↘ short'}</span>,
  },
  {
    id: 'entryTime',
    title: 'Entry (UTC)',
    width: 132,
    sortsFirst: 'descending',
    cell: ({ entryTime }) => formatTime(entryTime),
  },
  {
    id: 'exitTime',
    title: 'Exit (UTC)',
    width: 132,
    sortsFirst: 'descending',
    cell: ({ exitTime }) => formatTime(exitTime),
  },
  { id: 'entryPrice', title: 'Entry px', width: 88, align: 'end', cell: (row) => formatPrice(row.entryPrice, 1) },
  { id: 'exitPrice', title: 'Exit px', width: 88, align: 'end', cell: (row) => formatPrice(row.exitPrice, 1) },
  { id: 'qty', title: 'Qty', width: 64, align: 'end', cell: ({ qty }) => formatDecimal(qty, 3) },
  {
    id: 'pnl',
    title: 'P&L USDT',
    width: 88,
    align: 'end',
    sortsFirst: 'descending',
    cell: ({ pnl }) => <Delta value={pnl} text={formatMoney(pnl)} />,
  },
  {
    id: 'fraction',
    title: 'P&L %',
    width: 80,
    align: 'end',
    sortsFirst: 'descending',
    cell: ({ fraction }) => <Delta value={fraction} text={formatPercent(fraction)} />,
  },
  { id: 'bars', title: 'Bars', width: 56, align: 'end', cell: ({ bars }) => formatCount(bars) },
  { id: 'reason', title: 'Reason', width: 96, cell: ({ reason }) => <span>exit: {reason}</span> },
];
