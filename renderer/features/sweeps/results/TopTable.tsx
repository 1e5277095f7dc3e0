import { useDeferredValue, useMemo, useState } from 'react';
import type { SweepRow } from '#shared/contract/sweeps.ts';
import { formatMetric } from '#shared/domain/format-metric.ts';
import { METRIC_CATALOG, type MetricId } from '#shared/domain/metric-catalog.ts';
import type { MetricUnit } from '#shared/domain/run-result.ts';
import type { Levels } from '#shared/domain/search-space.ts';
import type { GridColumn, GridSort } from '../../../ui/grid/column.ts';
import { DataGrid } from '../../../ui/grid/DataGrid.tsx';
import { EmptyState } from '../../../ui/state/EmptyState.tsx';
import { paramsInWords, paramValueInWords } from '../../runs/list/params-in-words.ts';
import type { SweepColumns } from './sweep-columns.ts';
import { topResults } from './top-results.ts';

/** A result by its row in the columns. */
type Row = number;

/** The best results by any metric. A double click runs one in full, as Enter does and its menu. */
export function TopTable({
  sweep,
  levels,
  unitOf,
  columns,
  onOpen,
}: {
  sweep: SweepRow;
  levels: Levels;
  unitOf: (metric: MetricId) => MetricUnit;
  columns: SweepColumns;
  onOpen: (place: number) => void;
}) {
  const { metrics: kept, objectives } = sweep.search;
  const ranking = objectives[0]?.metric ?? 'sharpe';
  const [sort, setSort] = useState<GridSort>(() => ({
    column: ranking,
    direction: objectives[0]?.goal === 'minimum' ? 'ascending' : 'descending',
  }));
  const [selected, setSelected] = useState<number | null>(null);
  const { places, metrics } = useDeferredValue(columns);
  const top = useMemo(
    () => topResults(places, metrics[sort.column] ?? new Float64Array(0), sort.direction),
    [places, metrics, sort],
  );
  const shown = useMemo(() => {
    const placeOf = (row: Row) => levels.placeOf(places[row] ?? 0);
    const ordered = [ranking, ...kept.filter((metric) => metric !== ranking)];
    return [
      ...levels.names.map(
        (name): GridColumn<Row> => ({
          id: `param.${name}`,
          title: name,
          width: 64,
          align: 'end',
          cell: (row) => paramValueInWords(levels.paramsAt(placeOf(row))[name] ?? ''),
        }),
      ),
      ...ordered.map(
        (metric): GridColumn<Row> => ({
          id: metric,
          title: METRIC_CATALOG[metric].label,
          width: 112,
          align: 'end',
          sortsFirst: 'descending',
          cell: (row) =>
            formatMetric({ value: metrics[metric]?.[row] ?? Number.NaN, unit: unitOf(metric), convention: '' }, ''),
        }),
      ),
    ];
  }, [levels, places, metrics, kept, ranking, unitOf]);
  const open = (index: number) => {
    const place = places[top[index] ?? -1];
    if (place !== undefined) onOpen(place);
  };
  return (
    <DataGrid
      label={`Top results of ${sweep.strategy.name}`}
      columns={shown}
      rowCount={top.length}
      getRow={(index) => top[index]}
      sort={sort}
      onSort={setSort}
      selected={selected}
      onSelect={setSelected}
      onOpen={open}
      rowMenu={(row, index) => [
        {
          kind: 'action',
          label: `Run ${paramsInWords(levels.paramsAt(levels.placeOf(places[row] ?? 0)))} in full`,
          run: () => open(index),
        },
      ]}
      empty={<EmptyState title="No results yet" body="The best come first as they are found." />}
    />
  );
}
