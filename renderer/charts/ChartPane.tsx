import { type Ref, useCallback, useImperativeHandle, useMemo, useState } from 'react';
import { numberLabel, shortLabel } from './axes/number-label.ts';
import { glyphAt } from './marks/fill-glyphs.ts';
import type { ChartAsking } from './parts/asking.ts';
import { ChartFrame } from './parts/ChartFrame.tsx';
import { GoToDate } from './parts/GoToDate.tsx';
import { OverviewStrip } from './parts/OverviewStrip.tsx';
import { PriceLegend } from './parts/PriceLegend.tsx';
import type { TableColumn } from './parts/VisibleTable.tsx';
import type { Drawn } from './scene/chart-canvas.ts';
import { type CandleStyle, type ChartLine, type PriceScene, priceScene } from './scene/price-scene.ts';
import type { Stage } from './scene/stage.ts';
import type { SelectedTrade } from './scene/trade-layers.ts';
import { priceSummary } from './summary.ts';
import type { ChartView } from './viewport/chart-view.ts';
import type { BarBuckets, LineBuckets, Viewport } from './viewport/viewport.ts';
import type { ViewportSource } from './viewport/viewport-source.ts';

/** What can be done with a chart from outside. */
export interface ChartHandle {
  /** Asks for a date to go to, as `G` does. */
  askDate(): void;
}

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
  /** Ids of lines that are in the legend alone. */
  hidden?: ReadonlySet<string>;
  /** A click on a line in the legend. */
  onToggleLine?: (id: string) => void;
  hasVolume?: boolean;
  hasTrades?: boolean;
  /** Drawn in full; bring it into view with `view.reveal`. */
  selected?: SelectedTrade | null;
  onSelectTrade?: (trade: number) => void;
  /** To the trade before (−1) or after (1) the selected one. */
  onStepTrade?: (step: -1 | 1) => void;
  /** A click beside all trades: the first row of the candle. */
  onPickRow?: (row: number) => void;
  handle?: Ref<ChartHandle>;
}

const NO_LINES: readonly ChartLine[] = [];
const NONE_HIDDEN: ReadonlySet<string> = new Set();
/** A trade is hit from this far, px. */
const REACH = 10;

/** Prices, lines, trades and volume of a series of any length, to be moved by pointer and keys, and read as a table. */
export function ChartPane(props: ChartPaneProps) {
  const { name, source, view, decimals, onStepTrade, onSelectTrade, onPickRow, onToggleLine, handle } = props;
  const { candles = 'candles', lines = NO_LINES, hidden = NONE_HIDDEN, hasVolume = true, hasTrades = true } = props;
  const { selected = null } = props;
  const [isDateAsked, setDateAsked] = useState(false);
  useImperativeHandle(handle, () => ({ askDate: () => setDateAsked(true) }), []);
  const build = useCallback(
    (stage: Stage) => priceScene(stage, { candles, lines, hidden, hasVolume, hasTrades, selected, decimals }),
    [candles, lines, hidden, hasVolume, hasTrades, selected, decimals],
  );
  const shown = useMemo(() => lines.filter(({ id }) => !hidden.has(id)), [lines, hidden]);
  const columns = useMemo(() => columnsOf(decimals, shown), [decimals, shown]);

  const onClick = ({ scene }: Drawn<PriceScene>, { x, y }: { x: number; y: number }, row: number) => {
    const glyph = glyphAt(scene.glyphs, x, y, REACH);
    if (glyph && glyph.trade >= 0 && onSelectTrade) onSelectTrade(glyph.trade);
    else onPickRow?.(row);
  };
  const summary = ({ viewport, range }: Drawn<PriceScene>) =>
    priceSummary(name, viewport, range, { barLength: source.barLength, decimals, lines: shown });

  return (
    <>
      <ChartFrame<PriceScene>
        name={name}
        source={source}
        view={view}
        build={build}
        summary={summary}
        columns={columns}
        legend={(canvas) => (
          <PriceLegend {...{ canvas, view, source, lines, hidden, decimals }} onToggleLine={onToggleLine} />
        )}
        keys={{ onStepTrade, onAskDate: () => setDateAsked(true) }}
        onClick={onClick}
        asking={props}
      >
        <OverviewStrip source={source} view={view} line={rangeOfBars} asking={props} />
      </ChartFrame>
      <GoToDate source={source} view={view} isOpen={isDateAsked} onOpenChange={setDateAsked} />
    </>
  );
}

function rangeOfBars({ bars }: Viewport): LineBuckets | undefined {
  return bars === null ? undefined : { min: bars.low, max: bars.high, last: bars.close };
}

function columnsOf(decimals: number, lines: readonly ChartLine[]): TableColumn[] {
  const price = (name: string, column: keyof BarBuckets): TableColumn => ({
    id: column,
    name,
    value: (viewport, bucket) => numberLabel(viewport.bars?.[column][bucket] ?? Number.NaN, decimals),
  });
  return [
    price('Open', 'open'),
    price('High', 'high'),
    price('Low', 'low'),
    price('Close', 'close'),
    {
      id: 'volume',
      name: 'Volume',
      value: ({ bars }, bucket) => shortLabel(bars?.volume[bucket] ?? Number.NaN),
    },
    ...lines.map(
      ({ id, name, decimals: own }): TableColumn => ({
        id,
        name,
        value: (viewport, bucket) => numberLabel(viewport.lines[id]?.last[bucket] ?? Number.NaN, own),
      }),
    ),
  ];
}
