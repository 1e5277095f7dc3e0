import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { lengthLabel, timeLabel } from '../axes/calendar.ts';
import styles from '../charts.module.css';
import type { ChartView } from '../viewport/chart-view.ts';
import { bucketsIn, type Viewport } from '../viewport/viewport.ts';
import type { ViewportSource } from '../viewport/viewport-source.ts';
import type { ChartAsking } from './asking.ts';

export interface TableColumn {
  readonly id: string;
  readonly name: string;
  readonly value: (viewport: Viewport, bucket: number) => string;
}

interface VisibleTableProps {
  name: string;
  source: ViewportSource;
  view: ChartView;
  columns: readonly TableColumn[];
  onClose: () => void;
  asking: ChartAsking;
}

const MOST_TABLE_ROWS = 200;

/** What is in view as a table, in at most 200 rows; it takes the focus when it opens. */
export function VisibleTable({
  name,
  source,
  view,
  columns,
  onClose,
  asking: { attempt, onError, onAnswer },
}: VisibleTableProps) {
  const range = useSyncExternalStore(view.subscribe, view.range);
  const [viewport, setViewport] = useState<Viewport | null>(null);

  const tell = useEffectEvent((error: unknown) => onError(error, 'table'));
  const show = useEffectEvent((answer: Viewport) => {
    setViewport(answer);
    onAnswer?.('table');
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    const control = new AbortController();
    const query = { from: Math.floor(range.from), to: Math.ceil(range.to), buckets: MOST_TABLE_ROWS };
    source.query(query, control.signal).then(
      (answer) => control.signal.aborted || show(answer),
      (error) => control.signal.aborted || tell(error),
    );
    return () => control.abort();
  }, [source, range, attempt]);
  const leave = useEffectEvent(() => onAnswer?.('table'));
  useEffect(() => () => leave(), []);

  if (viewport === null) return <div className={styles['tableFrame']} aria-busy="true" />;
  const { start, end } = bucketsIn(viewport, range);
  const buckets = Array.from({ length: Math.min(MOST_TABLE_ROWS, end - start) }, (_, index) => start + index);
  const { barLength } = source;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className={styles['tableFrame']} tabIndex={0} aria-label={`Table: ${name}`} ref={focus}>
      <table className={styles['table']}>
        <caption>
          {name}, one row = {lengthLabel(barLength, viewport.rowsPerBucket)}
          <button type="button" className={styles['close']} onClick={onClose}>
            Back to the chart
          </button>
        </caption>
        <thead>
          <tr>
            <th scope="col">Time (UTC)</th>
            {columns.map((column) => (
              <th key={column.id} scope="col">
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {buckets.map((bucket) => (
            <tr key={viewport.firstRow[bucket]}>
              <th scope="row">{timeLabel(viewport.time[bucket] ?? Number.NaN, barLength)}</th>
              {columns.map((column) => (
                <td key={column.id}>{column.value(viewport, bucket)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const focus = (element: HTMLElement | null) => element?.focus();
