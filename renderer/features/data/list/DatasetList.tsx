import { Database, Play, Plus, SearchX, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ApiError } from '#shared/contract/errors.ts';
import type { Series } from '#shared/contract/market.ts';
import { goTo } from '../../../app/routes/use-route.ts';
import { Button } from '../../../ui/action/Button.tsx';
import type { GridSort } from '../../../ui/grid/column.ts';
import { DataGrid } from '../../../ui/grid/DataGrid.tsx';
import type { MenuEntry } from '../../../ui/overlay/menu-entry.ts';
import { EmptyState } from '../../../ui/state/EmptyState.tsx';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import { DATASET_COLUMNS } from './dataset-columns.tsx';
import { shownSeries } from './dataset-order.ts';

export interface DatasetListProps {
  /** Undefined while they are on their way. */
  series: readonly Series[] | undefined;
  error: ApiError | null;
  filter: string;
  /** Id of the series that is shown below. */
  selected: string | null;
  onRetry: () => void;
  onAddSamples: () => void;
  onImport: () => void;
  onDelete: (series: Series) => void;
}

const BY_SYMBOL: GridSort = { column: 'symbol', direction: 'ascending' };
const NONE: readonly Series[] = [];

/** All stored series. */
export function DatasetList(props: DatasetListProps) {
  const { series, error, filter, selected, onRetry, onDelete } = props;
  const [sort, setSort] = useState(BY_SYMBOL);
  const shown = useMemo(() => shownSeries(series ?? NONE, filter, sort), [series, filter, sort]);
  const place = shown.findIndex(({ id }) => id === selected);
  const show = (index: number) => {
    const row = shown[index];
    if (row !== undefined && row.id !== selected) goTo({ place: 'data', series: row.id });
  };
  const menu = (row: Series): MenuEntry[] => [
    {
      kind: 'action',
      label: 'Run a strategy',
      icon: <Play aria-hidden />,
      run: () => goTo({ place: 'runs', run: null }),
    },
    { kind: 'separator' },
    { kind: 'action', label: 'Delete', icon: <Trash2 aria-hidden />, isDanger: true, run: () => onDelete(row) },
  ];
  return (
    <DataGrid
      label="Datasets"
      columns={DATASET_COLUMNS}
      rowCount={shown.length}
      getRow={(index) => shown[index]}
      sort={sort}
      onSort={setSort}
      selected={place < 0 ? null : place}
      onSelect={show}
      rowMenu={menu}
      isLoading={series === undefined && error === null}
      empty={<NoDatasets isFiltered={(series ?? NONE).length > 0} {...props} />}
      {...(error !== null && {
        error: <ErrorState error={error} onRetry={onRetry} isCompact={series !== undefined} />,
      })}
    />
  );
}

function NoDatasets({
  isFiltered,
  onAddSamples,
  onImport,
}: { isFiltered: boolean } & Pick<DatasetListProps, 'onAddSamples' | 'onImport'>) {
  if (isFiltered) return <EmptyState icon={<SearchX aria-hidden />} title="No dataset has these words" />;
  return (
    <EmptyState
      icon={<Database aria-hidden />}
      title="No data yet"
      body="Drop a file of prices anywhere here, or begin with the data that ship with Hindcast: the S&P 500 by the day and five stocks by the month."
      action={
        <>
          <Button variant="primary" icon={<Plus aria-hidden />} onClick={onAddSamples}>
            Add sample data
          </Button>
          <Button onClick={onImport}>Import a file</Button>
        </>
      }
    />
  );
}
