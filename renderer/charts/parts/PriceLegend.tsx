import { lengthLabel, timeLabel } from '../axes/calendar.ts';
import { numberLabel, percentLabel, shortLabel } from '../axes/number-label.ts';
import styles from '../charts.module.css';
import type { ChartCanvas, Drawn } from '../scene/chart-canvas.ts';
import type { ChartLine, PriceScene } from '../scene/price-scene.ts';
import type { ChartView } from '../viewport/chart-view.ts';
import { bucketAt, bucketsIn, type Viewport } from '../viewport/viewport.ts';
import type { ViewportSource } from '../viewport/viewport-source.ts';
import { LineEntry } from './LineEntry.tsx';
import { useCrosshair, useDrawn } from './use-chart-canvas.ts';

interface PriceLegendProps {
  canvas: ChartCanvas<PriceScene> | null;
  view: ChartView;
  source: ViewportSource;
  lines: readonly ChartLine[];
  hidden: ReadonlySet<string>;
  onToggleLine: ((id: string) => void) | undefined;
  decimals: number;
}

/** The candle under the crosshair, else the last one in view, and below it the lines at it. */
export function PriceLegend(props: PriceLegendProps) {
  const { canvas, view, source, lines, hidden, onToggleLine, decimals } = props;
  const drawn = useDrawn(canvas);
  const row = useCrosshair(view);
  const viewport = drawn?.viewport ?? null;
  const bucket = drawn === null ? -1 : bucketUnder(drawn, row);
  return (
    <>
      <div className={styles['legend']}>
        {viewport !== null && (
          <>
            {viewport.rowsPerBucket > 1 && (
              <span className={styles['badge']}>
                1 candle = {lengthLabel(source.barLength, viewport.rowsPerBucket)}
              </span>
            )}
            {row !== null && <span>{timeLabel(viewport.time[bucket] ?? Number.NaN, source.barLength)}</span>}
            <BarValues viewport={viewport} bucket={bucket} decimals={decimals} />
          </>
        )}
      </div>
      {lines.length > 0 && (
        <fieldset className={styles['lines']} aria-label="Lines of the strategy">
          {lines.map((line, place) => (
            <LineEntry
              key={line.id}
              line={line}
              place={place}
              value={viewport?.lines[line.id]?.last[bucket] ?? Number.NaN}
              isHidden={hidden.has(line.id)}
              onToggle={onToggleLine}
            />
          ))}
        </fieldset>
      )}
    </>
  );
}

function bucketUnder({ viewport, range }: Drawn<PriceScene>, row: number | null): number {
  return row === null ? bucketsIn(viewport, range).end - 1 : bucketAt(viewport, row);
}

function BarValues({ viewport, bucket, decimals }: { viewport: Viewport; bucket: number; decimals: number }) {
  const { bars } = viewport;
  if (bars === null) return null;
  const at = (column: Float64Array) => column[bucket] ?? Number.NaN;
  const price = (column: Float64Array) => <b>{numberLabel(at(column), decimals)}</b>;
  const change = at(bars.close) / at(bars.open) - 1;
  return (
    <span className={styles['ohlc']}>
      O {price(bars.open)} H {price(bars.high)} L {price(bars.low)} C {price(bars.close)}{' '}
      {Number.isFinite(change) && (
        <span className={change >= 0 ? styles['up'] : styles['down']}>
          {change >= 0 ? '▲' : '▼'} {percentLabel(Math.abs(change)).replace('+', '')}
        </span>
      )}{' '}
      {Number.isFinite(at(bars.volume)) && (
        <>
          Vol <b>{shortLabel(at(bars.volume))}</b>
        </>
      )}
    </span>
  );
}
