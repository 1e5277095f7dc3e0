import { type KeyboardEvent, useCallback, useMemo, useState } from 'react';
import { numberLabel, shortLabel } from './axes/number-label.ts';
import styles from './charts.module.css';
import { glyphAt } from './marks/fill-glyphs.ts';
import type { ChartAsking } from './parts/asking.ts';
import { pressChartKey } from './parts/chart-keys.ts';
import type { Point } from './parts/gestures.ts';
import { OverviewStrip } from './parts/OverviewStrip.tsx';
import { PlotArea } from './parts/PlotArea.tsx';
import { PriceLegend } from './parts/PriceLegend.tsx';
import { useChartCanvas } from './parts/use-chart-canvas.ts';
import { type TableColumn, VisibleTable } from './parts/VisibleTable.tsx';
import type { Drawn } from './scene/chart-canvas.ts';
import { type CandleStyle, type ChartLine, type PriceScene, priceScene } from './scene/price-scene.ts';
import type { Stage } from './scene/stage.ts';
import type { SelectedTrade } from './scene/trade-layers.ts';
import { priceSummary } from './summary.ts';
import type { ChartView } from './viewport/chart-view.ts';
import type { BarBuckets, LineBuckets, Viewport } from './viewport/viewport.ts';
import type { ViewportSource } from './viewport/viewport-source.ts';

export interface ChartPaneProps extends ChartAsking {
  /** For the description: `BTCUSDT 1h`. */
  name: string;
  source: ViewportSource;
  /** Charts with the same view move together. */
  view: ChartView;
  /** Of prices. */
  decimals: number;
  candles?: CandleStyle;
  /** Keep the array the same while nothing in it changes. */
  lines?: readonly ChartLine[];
  hasVolume?: boolean;
  hasTrades?: boolean;
  /** Drawn in full; bring it into view with `view.reveal`. */
  selected?: SelectedTrade | null;
  onSelectTrade?: (trade: number) => void;
  /** To the trade before (−1) or after (1) the selected one. */
  onStepTrade?: (step: -1 | 1) => void;
  /** A click beside all trades: the first row of the candle. */
  onPickRow?: (row: number) => void;
}

const NO_LINES: readonly ChartLine[] = [];
/** A trade is hit from this far, px. */
const REACH = 10;

/** Prices, trades and volume of a series of any length, to be moved by pointer and keys, and read as a table. */
export function ChartPane(props: ChartPaneProps) {
  const { name, source, view, decimals, onStepTrade, onSelectTrade, onPickRow } = props;
  const { candles = 'candles', lines = NO_LINES, hasVolume = true, hasTrades = true, selected = null } = props;
  // Null until the table was opened once.
  const [isTable, setTable] = useState<boolean | null>(null);
  const build = useCallback(
    (stage: Stage) => priceScene(stage, { candles, lines, hasVolume, hasTrades, selected, decimals }),
    [candles, lines, hasVolume, hasTrades, selected, decimals],
  );
  const chart = useChartCanvas<PriceScene>(source, view, build, props);
  const columns = useMemo(() => columnsOf(decimals, lines), [decimals, lines]);

  const onKeyDown = (event: KeyboardEvent) => {
    const onTable = () => setTable(!isTable);
    if (pressChartKey(event, view, { onTable, onStepTrade })) event.preventDefault();
  };
  const onClick = ({ x, y }: Point, row: number) => {
    const glyph = glyphAt(chart.canvas?.drawn()?.scene.glyphs ?? [], x, y, REACH);
    if (glyph && glyph.trade >= 0 && onSelectTrade) onSelectTrade(glyph.trade);
    else onPickRow?.(row);
  };
  const summary = ({ viewport, range }: Drawn<PriceScene>) =>
    priceSummary(name, viewport, range, { barLength: source.barLength, decimals });

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
          <PriceLegend canvas={chart.canvas} view={view} source={source} lines={lines} decimals={decimals} />
          <PlotArea
            chart={chart}
            view={view}
            barLength={source.barLength}
            summary={summary}
            takesFocus={isTable === false}
            onClick={onClick}
          />
        </>
      )}
      <OverviewStrip source={source} view={view} line={rangeOfBars} asking={props} />
    </div>
  );
}

function rangeOfBars({ bars }: Viewport): LineBuckets | undefined {
  return bars === null ? undefined : { min: bars.low, max: bars.high, last: bars.close };
}

function columnsOf(decimals: number, lines: readonly ChartLine[]): TableColumn[] {
  const price = (column: keyof BarBuckets) => (viewport: Viewport, bucket: number) =>
    numberLabel(viewport.bars?.[column][bucket] ?? Number.NaN, decimals);
  return [
    { name: 'Open', value: price('open') },
    { name: 'High', value: price('high') },
    { name: 'Low', value: price('low') },
    { name: 'Close', value: price('close') },
    { name: 'Volume', value: ({ bars }, bucket) => shortLabel(bars?.volume[bucket] ?? Number.NaN) },
    ...lines.map(
      (line): TableColumn => ({
        name: line.name,
        value: (viewport, bucket) => numberLabel(viewport.lines[line.id]?.last[bucket] ?? Number.NaN, line.decimals),
      }),
    ),
  ];
}
