import type { Ms } from '#shared/domain/units.ts';
import { timeLabel } from '../axes/calendar.ts';
import styles from '../charts.module.css';
import type { ChartCanvas } from '../scene/chart-canvas.ts';
import { rowScale, type Scene } from '../scene/scene.ts';
import type { ChartView } from '../viewport/chart-view.ts';
import { bucketAt, middleOfBucket } from '../viewport/viewport.ts';
import type { Point } from './gestures.ts';
import { useCrosshair, useDrawn } from './use-chart-canvas.ts';

interface CrosshairProps<Kind extends Scene> {
  canvas: ChartCanvas<Kind> | null;
  view: ChartView;
  barLength: Ms;
  /** Where the pointer is on this chart; null when it is on another one, or on none. */
  pointer: Point | null;
}

/** A line down at the row that is pointed at in any linked chart, and across at the pointer in its own, with tags. */
export function Crosshair<Kind extends Scene>({ canvas, view, barLength, pointer }: CrosshairProps<Kind>) {
  const drawn = useDrawn(canvas);
  const row = useCrosshair(view);
  if (drawn === null || row === null) return null;
  const { scene, viewport, range } = drawn;
  const bucket = bucketAt(viewport, row);
  const time = viewport.time[bucket];
  const lowest = scene.panes.at(-1)?.rect;
  if (time === undefined || lowest === undefined) return null;
  const { x: left, width } = scene.plot;
  const x = Math.round(rowScale(range, scene.plot)(middleOfBucket(viewport, bucket)));
  if (x < left || x > left + width) return null;
  const bottom = lowest.y + lowest.height;
  const pane = pointer && scene.panes.find(({ rect }) => pointer.y >= rect.y && pointer.y < rect.y + rect.height);
  return (
    <div className={styles['crosshair']} aria-hidden="true">
      <div className={styles['vertical']} style={{ transform: `translateX(${x}px)`, height: bottom }} />
      {pointer && pane && (
        <>
          <div className={styles['across']} style={{ transform: `translateY(${Math.round(pointer.y)}px)`, width }} />
          <div className={styles['valueTag']} style={{ left: left + width + 3, top: pointer.y }}>
            {pane.label(pane.scale.value(pointer.y))}
          </div>
        </>
      )}
      {pointer && (
        <div
          className={styles['timeTag']}
          style={{ left: `clamp(4.5em, ${x}px, ${left + width}px - 4.5em)`, top: bottom + 2 }}
        >
          {timeLabel(time, barLength)}
        </div>
      )}
    </div>
  );
}
