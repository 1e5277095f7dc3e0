import { Crosshair } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { SweepRow } from '#shared/contract/sweeps.ts';
import { formatMetric } from '#shared/domain/format-metric.ts';
import { METRIC_CATALOG, type MetricId } from '#shared/domain/metric-catalog.ts';
import type { MetricUnit } from '#shared/domain/run-result.ts';
import type { Levels } from '#shared/domain/search-space.ts';
import { HeatMap } from '../../../charts/heat-map/HeatMap.tsx';
import { Button } from '../../../ui/action/Button.tsx';
import { EmptyState } from '../../../ui/state/EmptyState.tsx';
import { paramsInWords } from '../../runs/list/params-in-words.ts';
import styles from '../sweeps.module.css';
import { HeatChoice } from './HeatChoice.tsx';
import { cellOf, firstView, heatCells } from './heat-cells.ts';
import { plateauOf } from './plateau-of.ts';
import type { SweepColumns } from './sweep-columns.ts';

/** Results over two axes, and the middle of the best plateau. */
export function HeatPanel({
  sweep,
  levels,
  unitOf,
  columns,
  isWhole,
  onOpen,
}: {
  sweep: SweepRow;
  levels: Levels;
  unitOf: (metric: MetricId) => MetricUnit;
  columns: SweepColumns;
  isWhole: boolean;
  onOpen: (place: number) => void;
}) {
  const { search, status } = sweep;
  const [objective = { metric: 'sharpe', goal: 'maximum' } as const] = search.objectives;
  const [metric, setMetric] = useState<MetricId>(objective.metric);
  const [view, setView] = useState(() => firstView(levels));
  const goal = metric === objective.metric ? objective.goal : 'maximum';
  const { places, metrics } = useDeferredValue(columns);
  const scores = useMemo(() => metrics[metric] ?? new Float64Array(places.length), [metrics, metric, places]);
  const cells = useMemo(() => heatCells(levels, view, places, scores, goal), [levels, view, places, scores, goal]);
  const isStill = isWhole && status !== 'running' && status !== 'waiting';
  const centre = useMemo(
    () => (isStill ? plateauOf(levels, places, scores, goal) : null),
    [isStill, levels, places, scores, goal],
  );
  const format = (value: number) => formatMetric({ value, unit: unitOf(metric), convention: '' }, '');
  const openCell = (cell: number) => {
    const place = places[cells.results[cell] ?? -1];
    if (place !== undefined) onOpen(place);
  };
  const xTitle = levels.names[view.x] ?? '';
  const yTitle = view.y === null ? null : (levels.names[view.y] ?? '');
  const centrePlace = centre === null ? null : levels.placeOf(centre.place);
  return (
    <section className={styles.heat} aria-label="Heat map">
      <HeatChoice
        levels={levels}
        view={view}
        metric={metric}
        metrics={search.metrics}
        onView={setView}
        onMetric={setMetric}
      />
      {places.length === 0 ? (
        <EmptyState title="No results yet" body="The map fills as runs come in." />
      ) : (
        <HeatMap
          label={`${METRIC_CATALOG[metric].label} by ${[xTitle, yTitle].filter(Boolean).join(' and ')}`}
          columns={cells.columns}
          rows={cells.rows}
          xTitle={xTitle}
          yTitle={yTitle}
          values={cells.values}
          format={format}
          mark={centrePlace && { cell: cellOf(levels, view, centrePlace), words: 'plateau centre' }}
          onOpen={openCell}
        />
      )}
      {centre !== null && centrePlace !== null && (
        <footer className={styles.plateau}>
          <p>
            Plateau centre <strong>{paramsInWords(levels.paramsAt(centrePlace))}</strong>: {format(centre.value)}, with
            its neighbours {format(centre.median)} in the median and {format(centre.worst)} at worst.
          </p>
          <Button size="small" icon={<Crosshair aria-hidden />} onClick={() => onOpen(centre.place)}>
            Pick plateau centre
          </Button>
        </footer>
      )}
    </section>
  );
}
