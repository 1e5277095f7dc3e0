import { Copy, Crosshair } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { GridSort } from '../../../ui/grid/column.ts';
import { DataGrid } from '../../../ui/grid/DataGrid.tsx';
import { notify } from '../../../ui/overlay/notify.ts';
import { EmptyState } from '../../../ui/state/EmptyState.tsx';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import styles from '../Gallery.module.css';
import { Specimen, Specimens } from '../Specimen.tsx';
import { SAMPLE_ERROR } from '../sample-error.ts';
import { type SampleTrade, sampleTrade } from '../sample-trade.ts';
import { TRADE_COLUMNS } from '../trade-columns.tsx';

const ROWS = 100_000;
const empty = <EmptyState title="No trades" body="The strategy never entered. The funnel says where it stopped." />;

export function GridSection() {
  return (
    <Specimens>
      <Specimen name="DataGrid of 100,000 rows: sorting, selection, context menu, column widths" isWide>
        <div className={styles.box}>
          <SampleGrid label="Sample trades" />
        </div>
      </Specimen>
      <Specimen name="DataGrid: pages on their way" isWide>
        <div className={styles.low}>
          <SampleGrid label="Trades on their way" hasRow={(index) => index < 2} />
        </div>
      </Specimen>
      <Specimen name="DataGrid of 5,000,000 rows" isWide>
        <div className={styles.low}>
          <SampleGrid label="Very many trades" rowCount={5_000_000} />
        </div>
      </Specimen>
      <Specimen name="DataGrid: loading" isWide>
        <div className={styles.low}>
          <SampleGrid label="Trades, loading" rowCount={0} isLoading />
        </div>
      </Specimen>
      <Specimen name="DataGrid: empty" isWide>
        <div className={styles.low}>
          <SampleGrid label="No trades" rowCount={0} />
        </div>
      </Specimen>
      <Specimen name="DataGrid: error, nothing to keep" isWide>
        <div className={styles.low}>
          <SampleGrid label="Trades, failed" rowCount={0} error={<ErrorState error={SAMPLE_ERROR} />} />
        </div>
      </Specimen>
      <Specimen name="DataGrid: error above what was there" isWide>
        <div className={styles.box}>
          <SampleGrid label="Old trades" error={<ErrorState error={SAMPLE_ERROR} isCompact />} />
        </div>
      </Specimen>
    </Specimens>
  );
}

/** Trades by number, the last one first unless they are sorted the other way. */
function SampleGrid({
  label,
  rowCount = ROWS,
  hasRow = () => true,
  isLoading = false,
  error,
}: {
  label: string;
  rowCount?: number;
  hasRow?: (index: number) => boolean;
  isLoading?: boolean;
  error?: ReactNode;
}) {
  const [selected, setSelected] = useState<number | null>(null);
  const [sort, setSort] = useState<GridSort>({ column: 'trade', direction: 'descending' });
  const tradeAt = (index: number) => (sort.direction === 'descending' ? rowCount - index : index + 1);
  return (
    <DataGrid<SampleTrade>
      label={label}
      columns={TRADE_COLUMNS}
      rowCount={rowCount}
      getRow={(index) => (hasRow(index) ? sampleTrade(tradeAt(index)) : undefined)}
      sort={sort}
      onSort={setSort}
      selected={selected}
      onSelect={setSelected}
      onOpen={(index) => notify({ id: 'opened', title: `Trade ${tradeAt(index)}` })}
      rowMenu={({ trade }) => [
        { kind: 'action', label: `Show trade ${trade} on the chart`, icon: <Crosshair aria-hidden />, run: () => {} },
        { kind: 'action', label: 'Copy row', icon: <Copy aria-hidden />, keys: 'Ctrl C', run: () => {} },
      ]}
      isLoading={isLoading}
      empty={empty}
      {...(error === undefined ? {} : { error })}
    />
  );
}
