import clsx from 'clsx';
import { lengthLabel, timeLabel } from '../axes/calendar.ts';
import { numberLabel, percentLabel } from '../axes/number-label.ts';
import styles from '../charts.module.css';
import type { ChartCanvas } from '../scene/chart-canvas.ts';
import type { Scene } from '../scene/scene.ts';
import { type SeriesSceneOptions, shownLine } from '../scene/series-scene.ts';
import type { ChartView } from '../viewport/chart-view.ts';
import { bucketAt, bucketsIn } from '../viewport/viewport.ts';
import type { ViewportSource } from '../viewport/viewport-source.ts';
import { LineSwatch } from './LineSwatch.tsx';
import { useCrosshair, useDrawn } from './use-chart-canvas.ts';

interface SeriesLegendProps {
  canvas: ChartCanvas<Scene> | null;
  view: ChartView;
  source: ViewportSource;
  options: SeriesSceneOptions;
}

/** The lines and their values under the crosshair, else at the end of the view. */
export function SeriesLegend({ canvas, view, source, options }: SeriesLegendProps) {
  const drawn = useDrawn(canvas);
  const row = useCrosshair(view);
  if (drawn === null) return <div className={styles['legend']} />;
  const { viewport } = drawn;
  const span = bucketsIn(viewport, drawn.range);
  const bucket = row === null ? span.end - 1 : bucketAt(viewport, row);
  const readingOf = (id: string) => {
    const line = viewport.lines[id];
    if (line === undefined) return '–';
    const value = shownLine(line, options.mode, span).last[bucket] ?? Number.NaN;
    return options.mode === 'returns' ? percentLabel(value) : numberLabel(value, options.decimals);
  };
  const drawdown = options.drawdown === null ? undefined : viewport.lines[options.drawdown];
  return (
    <div className={styles['legend']}>
      {viewport.rowsPerBucket > 1 && (
        <span className={clsx(styles['badge'], styles['dispensable'])}>
          1 point = {lengthLabel(source.barLength, viewport.rowsPerBucket)}
        </span>
      )}
      {row !== null && (
        <span className={styles['dispensable']}>
          {timeLabel(viewport.time[bucket] ?? Number.NaN, source.barLength)}
        </span>
      )}
      {options.lines.map(({ id, name }, place) => (
        <span key={id} className={styles['entry']}>
          <LineSwatch place={place} />
          {name} <b>{readingOf(id)}</b>
        </span>
      ))}
      {drawdown && (
        <span className={styles['entry']}>
          <span className={styles['area']} />
          Drawdown <b>{percentLabel(drawdown.last[bucket] ?? Number.NaN)}</b>
        </span>
      )}
    </div>
  );
}
