import { CustomChart, type CustomSeriesOption } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { type EChartsType, graphic, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import type { Palette } from './palette.ts';
import type { Layer, Pane, PathLayer, Scene, TextLayer } from './scene.ts';

use([CustomChart, GridComponent, CanvasRenderer]);

/**
 * The one shape that all paths are: it is drawn by its layer, thousands of candles at once. The layer is an object, as
 * ECharts takes a bare function for an array and copies it.
 */
const TRACE = 'hindcast-trace';
const NOTHING: Pick<PathLayer, 'trace'> = { trace: () => {} };
graphic.registerShape(
  TRACE,
  graphic.extendShape({
    shape: { layer: NOTHING },
    buildPath(sink, { layer }: { layer: Pick<PathLayer, 'trace'> }) {
      layer.trace(sink);
    },
  }),
);

type RenderItem = NonNullable<CustomSeriesOption['renderItem']>;
type Element = Exclude<ReturnType<RenderItem>, null | undefined>;

/** A canvas that shows scenes. */
export interface Plot {
  /** Draws at once, not in the next frame. */
  draw(scene: Scene, palette: Palette): void;
  /** To the size of its element. */
  resize(): void;
  dispose(): void;
}

/**
 * Scenes drawn by ECharts: a grid and a pair of value axes for each pane, and in it one custom series with a single
 * item that draws all layers. The size of a scene is what it costs, never that of the series behind it.
 */
export function createPlot(element: HTMLElement): Plot {
  let pixelRatio = window.devicePixelRatio;
  let chart = start();
  let scene: Scene = { rows: { from: 0, to: 1 }, panes: [], plot: { x: 0, width: 0 } };
  let palette: Palette | null = null;
  let shape = '';

  function start(): EChartsType {
    return init(element, null, { renderer: 'canvas', devicePixelRatio: pixelRatio });
  }

  const seriesOf = (pane: Pane, index: number, part: 'layers' | 'outside'): CustomSeriesOption => ({
    id: `${pane.id}.${part}`,
    type: 'custom',
    coordinateSystem: 'cartesian2d',
    xAxisIndex: index,
    yAxisIndex: index,
    clip: part === 'layers',
    silent: true,
    animation: false,
    data: [[0, 0]],
    renderItem: () => {
      const layers = scene.panes[index]?.[part] ?? [];
      return { type: 'group', children: layers.map((layer) => elementOf(layer, palette)) } as Element;
    },
  });

  /** Grids and series; the axes alone change from one scene to the next. */
  function lay(): void {
    chart.setOption(
      {
        animation: false,
        grid: scene.panes.map(({ id, rect }) => ({
          id,
          left: rect.x,
          top: rect.y,
          width: rect.width,
          height: rect.height,
          outerBoundsMode: 'none',
        })),
        xAxis: scene.panes.map((pane, index) => ({ ...xAxis(pane), type: 'value', gridIndex: index, show: false })),
        yAxis: scene.panes.map((pane, index) => ({ ...yAxis(pane), type: 'value', gridIndex: index, show: false })),
        series: scene.panes.flatMap((pane, index) => [
          seriesOf(pane, index, 'layers'),
          seriesOf(pane, index, 'outside'),
        ]),
      },
      { notMerge: true, silent: true },
    );
  }

  const xAxis = (pane: Pane) => ({ id: `${pane.id}.x`, min: scene.rows.from, max: scene.rows.to });
  const yAxis = (pane: Pane) => ({ id: `${pane.id}.y`, min: pane.scale.low, max: pane.scale.high });

  function draw(next: Scene, colours: Palette): void {
    scene = next;
    palette = colours;
    const nextShape = JSON.stringify(next.panes.map(({ id, rect }) => [id, rect]));
    if (nextShape === shape) {
      chart.setOption({ xAxis: scene.panes.map(xAxis), yAxis: scene.panes.map(yAxis) }, { silent: true });
    } else {
      shape = nextShape;
      lay();
    }
    chart.getZr().flush();
  }

  return {
    draw,
    resize() {
      if (window.devicePixelRatio === pixelRatio) return chart.resize();
      pixelRatio = window.devicePixelRatio;
      chart.dispose();
      chart = start();
      shape = '';
    },
    dispose: () => chart.dispose(),
  };
}

function elementOf(layer: Layer, palette: Palette | null): object {
  return layer.kind === 'path' ? pathElement(layer) : textElement(layer, palette);
}

function pathElement(layer: PathLayer): object {
  const { fill, stroke, lineWidth, dash, opacity } = layer;
  return {
    type: TRACE,
    silent: true,
    shape: { layer },
    style: {
      fill: fill ?? null,
      stroke: stroke ?? null,
      lineWidth: lineWidth ?? 1,
      lineDash: dash && dash.length > 0 ? dash : null,
      lineJoin: 'round',
      opacity: opacity ?? 1,
    },
  };
}

function textElement({ text, x, y, colour, align, isStrong, halo }: TextLayer, palette: Palette | null): object {
  const { fontSize = 11, fontFamily = 'sans-serif' } = palette ?? {};
  return {
    type: 'text',
    silent: true,
    style: {
      text,
      x,
      y,
      fill: colour,
      stroke: halo ?? null,
      lineWidth: halo ? 3 : 0,
      align,
      verticalAlign: 'middle',
      font: `${isStrong ? 600 : 400} ${fontSize}px ${fontFamily}`,
    },
  };
}
