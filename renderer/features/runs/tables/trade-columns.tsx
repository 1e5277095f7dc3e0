import type { Trade } from '#shared/contract/run.ts';
import type { TRADE_COLUMNS } from '#shared/contract/runs.ts';
import type { Ms } from '#shared/domain/units.ts';
import { Delta } from '../../../ui/figure/Delta.tsx';
import { formatCount } from '../../../ui/format/count.ts';
import { formatMoney } from '../../../ui/format/money.ts';
import { formatPercent } from '../../../ui/format/percent.ts';
import { formatPrice } from '../../../ui/format/price.ts';
import { formatDay, formatTime } from '../../../ui/format/time-utc.ts';
import type { GridColumn } from '../../../ui/grid/column.ts';
import { EXIT_WORDS } from './exit-words.ts';
import styles from './tables.module.css';
import { formatUnits } from './units.ts';

type Column = GridColumn<Trade> & { id: (typeof TRADE_COLUMNS)[number] };

const DAY: Ms = 86_400_000;

/** Times of day say nothing where bars are days or longer. */
export function timeFormat(barLength: Ms): (time: Ms) => string {
  return barLength < DAY ? formatTime : formatDay;
}

/** How wide a column of times has to be, px. */
export function timeColumnWidth(barLength: Ms): number {
  return barLength < DAY ? 124 : 88;
}

/** Columns of the table of trades. */
export function tradeColumns({
  currency,
  barLength,
  hasSymbols,
}: {
  currency: string;
  barLength: Ms;
  /** More than one symbol. */
  hasSymbols: boolean;
}): readonly Column[] {
  const when = timeFormat(barLength);
  const timeWidth = timeColumnWidth(barLength);
  const symbol: Column = {
    id: 'symbol',
    title: 'Symbol',
    width: 72,
    sortsFirst: 'ascending',
    cell: (trade) => trade.symbol,
  };
  return [
    {
      id: 'trade',
      title: '#',
      width: 56,
      align: 'end',
      sortsFirst: 'descending',
      cell: ({ trade }) => <span className={styles.muted}>{formatCount(trade + 1)}</span>,
    },
    ...(hasSymbols ? [symbol] : []),
    {
      id: 'side',
      title: 'Side',
      width: 72,
      sortsFirst: 'ascending',
      cell: ({ side }) => (side === 'long' ? <span>↗ Long</span> : <span className={styles.short}>↘ Short</span>),
    },
    {
      id: 'entryTime',
      title: 'Entry (UTC)',
      width: timeWidth,
      sortsFirst: 'descending',
      cell: ({ entryTime }) => when(entryTime),
    },
    {
      id: 'exitTime',
      title: 'Exit (UTC)',
      width: timeWidth,
      sortsFirst: 'descending',
      cell: ({ exitTime, exitFill }) =>
        exitFill === null ? <span className={styles.muted}>open</span> : when(exitTime),
    },
    {
      id: 'entryPrice',
      title: 'Entry px',
      width: 84,
      align: 'end',
      sortsFirst: 'descending',
      cell: (t) => formatPrice(t.entryPrice),
    },
    {
      id: 'exitPrice',
      title: 'Exit px',
      width: 84,
      align: 'end',
      sortsFirst: 'descending',
      cell: (t) => formatPrice(t.exitPrice),
    },
    { id: 'qty', title: 'Qty', width: 72, align: 'end', sortsFirst: 'descending', cell: ({ qty }) => formatUnits(qty) },
    {
      id: 'pnl',
      title: `P&L ${currency}`,
      width: 92,
      align: 'end',
      sortsFirst: 'descending',
      cell: ({ pnl }) => <Delta value={pnl} text={formatMoney(pnl)} />,
    },
    {
      id: 'returnPct',
      title: 'P&L %',
      width: 72,
      align: 'end',
      sortsFirst: 'descending',
      cell: ({ returnPct }) => <Delta value={returnPct} text={formatPercent(returnPct)} />,
    },
    {
      id: 'bars',
      title: 'Bars',
      width: 56,
      align: 'end',
      sortsFirst: 'descending',
      cell: (t) => formatCount(t.exitIndex - t.entryIndex),
    },
    {
      id: 'favourable',
      title: 'Best',
      width: 76,
      align: 'end',
      sortsFirst: 'descending',
      cell: (t) => formatMoney(t.favourable),
    },
    {
      id: 'adverse',
      title: 'Worst',
      width: 76,
      align: 'end',
      sortsFirst: 'ascending',
      cell: (t) => formatMoney(t.adverse),
    },
    {
      id: 'exitReason',
      title: 'Exit by',
      width: 96,
      sortsFirst: 'ascending',
      cell: ({ exitReason }) => <span className={styles.secondary}>{EXIT_WORDS[exitReason]}</span>,
    },
  ];
}
