import { type KeyboardEvent, type ReactNode, useState } from 'react';
import styles from '../charts.module.css';
import type { ChartCanvas, Drawn } from '../scene/chart-canvas.ts';
import type { Scene } from '../scene/scene.ts';
import type { Stage } from '../scene/stage.ts';
import type { ChartView } from '../viewport/chart-view.ts';
import type { ViewportSource } from '../viewport/viewport-source.ts';
import type { ChartAsking } from './asking.ts';
import { type ChartKeyActions, pressChartKey } from './chart-keys.ts';
import type { Point } from './gestures.ts';
import { PlotArea } from './PlotArea.tsx';
import { useChartCanvas } from './use-chart-canvas.ts';
import { type TableColumn, VisibleTable } from './VisibleTable.tsx';

interface ChartFrameProps<Kind extends Scene> {
  /** For the description: `BTCUSDT 1h`. */
  name: string;
  source: ViewportSource;
  view: ChartView;
  /** Keep the function the same while nothing changes that it draws by. */
  build: (stage: Stage) => Kind;
  /** What the chart shows, in words. */
  summary: (drawn: Drawn<Kind>) => string;
  /** Of what the chart shows as a table. */
  columns: readonly TableColumn[];
  legend: (canvas: ChartCanvas<Kind> | null) => ReactNode;
  /** What keys do beside moving the view and opening the table. */
  keys: Omit<ChartKeyActions, 'onTable'>;
  onClick?: (drawn: Drawn<Kind>, point: Point, row: number) => void;
  asking: ChartAsking;
  /** Stands below the chart. */
  children?: ReactNode;
}

/** A chart with its legend, or what is in view of it as a table; operated by keys either way. */
export function ChartFrame<Kind extends Scene>(props: ChartFrameProps<Kind>) {
  const { name, source, view, build, summary, columns, legend, keys, onClick, asking, children } = props;
  // Null until the table was opened once.
  const [isTable, setTable] = useState<boolean | null>(null);
  const chart = useChartCanvas<Kind>(source, view, build, asking);

  const onKeyDown = (event: KeyboardEvent) => {
    const onTable = () => setTable(!isTable);
    if (pressChartKey(event, view, { ...keys, onTable })) event.preventDefault();
  };
  const click = (point: Point, row: number) => {
    const drawn = chart.canvas?.drawn();
    if (drawn) onClick?.(drawn, point, row);
  };
  return (
    // A click anywhere on the chart gives it the focus, and so its keys.
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of whatever part of the chart has the focus
    <div className={styles['chart']} tabIndex={-1} onKeyDown={onKeyDown}>
      {isTable ? (
        <VisibleTable
          name={name}
          source={source}
          view={view}
          columns={columns}
          onClose={() => setTable(false)}
          asking={asking}
        />
      ) : (
        <>
          {legend(chart.canvas)}
          <PlotArea
            chart={chart}
            view={view}
            barLength={source.barLength}
            summary={summary}
            takesFocus={isTable === false}
            onClick={click}
          />
        </>
      )}
      {children}
    </div>
  );
}
