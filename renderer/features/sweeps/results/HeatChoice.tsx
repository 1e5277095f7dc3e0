import { METRIC_CATALOG, type MetricId } from '#shared/domain/metric-catalog.ts';
import type { Levels } from '#shared/domain/search-space.ts';
import { Select } from '../../../ui/field/Select.tsx';
import { paramValueInWords } from '../../runs/list/params-in-words.ts';
import styles from '../sweeps.module.css';
import type { HeatView } from './heat-cells.ts';

const BEST = 'best';

/** Which metric and axes are shown, and what of the other axes. */
export function HeatChoice({
  levels,
  view,
  metric,
  metrics,
  onView,
  onMetric,
}: {
  levels: Levels;
  view: HeatView;
  metric: MetricId;
  metrics: readonly MetricId[];
  onView: (view: HeatView) => void;
  onMetric: (metric: MetricId) => void;
}) {
  const { x, y, fixed } = view;
  const axes = levels.names.map((label, axis) => ({ value: String(axis), label }));
  /** An axis that is chosen where it stands already changes places. */
  const setX = (axis: number) => onView({ ...view, x: axis, y: axis === y ? x : y });
  const setY = (axis: number) => onView({ ...view, y: axis, x: axis === x ? (y ?? x) : x });
  return (
    <div className={styles.choice}>
      <Select
        label="Metric"
        options={metrics.map((id) => ({ value: id, label: METRIC_CATALOG[id].label }))}
        value={metric}
        onChange={onMetric}
      />
      {y !== null && (
        <>
          <Select label="Across" options={axes} value={String(x)} onChange={(axis) => setX(Number(axis))} />
          <Select label="Up" options={axes} value={String(y)} onChange={(axis) => setY(Number(axis))} />
        </>
      )}
      {levels.names.map((name, axis) =>
        axis === x || axis === y ? null : (
          <Select
            key={name}
            label={name}
            options={[
              { value: BEST, label: 'best' },
              ...(levels.values[axis] ?? []).map((value, level) => ({
                value: String(level),
                label: paramValueInWords(value),
              })),
            ]}
            value={fixed[axis] == null ? BEST : String(fixed[axis])}
            onChange={(chosen) => onView({ ...view, fixed: fixed.with(axis, chosen === BEST ? null : Number(chosen)) })}
          />
        ),
      )}
    </div>
  );
}
