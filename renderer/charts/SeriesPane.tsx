import { type KeyboardEvent, useCallback, useMemo, useState } from 'react';
import { numberLabel, percentLabel } from './axes/number-label.ts';
import styles from './charts.module.css';
import type { ChartAsking } from './parts/asking.ts';
import { pressChartKey } from './parts/chart-keys.ts';
import { PlotArea } from './parts/PlotArea.tsx';
import { SeriesLegend } from './parts/SeriesLegend.tsx';
import { useChartCanvas } from './parts/use-chart-canvas.ts';
import { type TableColumn, VisibleTable } from './parts/VisibleTable.tsx';
import type { Drawn } from './scene/chart-canvas.ts';
import type { Scene } from './scene/scene.ts';
import {
  type SeriesLine,
  type SeriesMode,
  type SeriesSceneOptions,
  type ShadedRange,
  seriesScene,
} from './scene/series-scene.ts';
import type { Stage } from './scene/stage.ts';
import { seriesSummary } from './summary.ts';
import type { ChartView } from './viewport/chart-view.ts';
import type { ViewportSource } from './viewport/viewport-source.ts';

export interface SeriesPaneProps extends ChartAsking {
  /** For the description: `Equity`. */
  name: string;
  source: ViewportSource;
  /** Charts with the same view move together. */
  view: ChartView;
  /** Keep the array the same while nothing in it changes. */
  lines: readonly SeriesLine[];
  /** Id of the line that is drawn below the others as an area. */
  drawdown?: string | null;
  shaded?: readonly ShadedRange[];
  mode?: SeriesMode;
  decimals: number;
  onStepTrade?: (step: -1 | 1) => void;
}

const NOTHING_SHADED: readonly ShadedRange[] = [];

/** Lines over the rows of a series, such as equity and its benchmark, with the drawdown below. */
export function SeriesPane(props: SeriesPaneProps) {
  const { name, source, view, lines, decimals, onStepTrade } = props;
  const { drawdown = null, shaded = NOTHING_SHADED, mode = 'linear' } = props;
  // Null until the table was opened once.
  const [isTable, setTable] = useState<boolean | null>(null);
  const options = useMemo<SeriesSceneOptions>(
    () => ({ lines, drawdown, shaded, mode, decimals }),
    [lines, drawdown, shaded, mode, decimals],
  );
  const build = useCallback((stage: Stage) => seriesScene(stage, options), [options]);
  const chart = useChartCanvas<Scene>(source, view, build, props);
  const columns = useMemo(() => columnsOf(options), [options]);

  const onKeyDown = (event: KeyboardEvent) => {
    const onTable = () => setTable(!isTable);
    if (pressChartKey(event, view, { onTable, onStepTrade })) event.preventDefault();
  };
  const summary = ({ viewport, range }: Drawn<Scene>) =>
    seriesSummary(name, viewport, range, { barLength: source.barLength, decimals, lines, drawdown });

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
          asking={props}
        />
      ) : (
        <>
          <SeriesLegend canvas={chart.canvas} view={view} source={source} options={options} />
          <PlotArea
            chart={chart}
            view={view}
            barLength={source.barLength}
            summary={summary}
            takesFocus={isTable === false}
          />
        </>
      )}
    </div>
  );
}

function columnsOf({ lines, drawdown, decimals }: SeriesSceneOptions): TableColumn[] {
  const columns = lines.map(
    ({ id, name }): TableColumn => ({
      name,
      value: (viewport, bucket) => numberLabel(viewport.lines[id]?.last[bucket] ?? Number.NaN, decimals),
    }),
  );
  if (drawdown === null) return columns;
  const depth: TableColumn = {
    name: 'Drawdown',
    value: (viewport, bucket) => percentLabel(viewport.lines[drawdown]?.last[bucket] ?? Number.NaN),
  };
  return [...columns, depth];
}
