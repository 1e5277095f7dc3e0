import { useCallback, useMemo } from 'react';
import { numberLabel, percentLabel } from './axes/number-label.ts';
import type { ChartAsking } from './parts/asking.ts';
import { ChartFrame } from './parts/ChartFrame.tsx';
import { SeriesLegend } from './parts/SeriesLegend.tsx';
import type { TableColumn } from './parts/VisibleTable.tsx';
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
  const options = useMemo<SeriesSceneOptions>(
    () => ({ lines, drawdown, shaded, mode, decimals }),
    [lines, drawdown, shaded, mode, decimals],
  );
  const build = useCallback((stage: Stage) => seriesScene(stage, options), [options]);
  const columns = useMemo(() => columnsOf(options), [options]);
  const summary = ({ viewport, range }: Drawn<Scene>) =>
    seriesSummary(name, viewport, range, { barLength: source.barLength, decimals, lines, drawdown });
  return (
    <ChartFrame<Scene>
      name={name}
      source={source}
      view={view}
      build={build}
      summary={summary}
      columns={columns}
      legend={(canvas) => <SeriesLegend canvas={canvas} view={view} source={source} options={options} />}
      keys={{ onStepTrade }}
      asking={props}
    />
  );
}

function columnsOf({ lines, drawdown, decimals }: SeriesSceneOptions): TableColumn[] {
  const columns = lines.map(
    ({ id, name }): TableColumn => ({
      id,
      name,
      value: (viewport, bucket) => numberLabel(viewport.lines[id]?.last[bucket] ?? Number.NaN, decimals),
    }),
  );
  if (drawdown === null) return columns;
  const depth: TableColumn = {
    id: drawdown,
    name: 'Drawdown',
    value: (viewport, bucket) => percentLabel(viewport.lines[drawdown]?.last[bucket] ?? Number.NaN),
  };
  return [...columns, depth];
}
