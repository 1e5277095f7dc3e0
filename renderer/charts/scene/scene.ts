import type { PathSink } from '../marks/path-sink.ts';
import type { RowRange } from '../viewport/row-range.ts';

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One path, filled or stroked. */
export interface PathLayer {
  readonly kind: 'path';
  readonly trace: (sink: PathSink) => void;
  readonly fill?: string;
  readonly stroke?: string;
  readonly lineWidth?: number;
  readonly dash?: readonly number[];
  readonly opacity?: number;
}

export interface TextLayer {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly colour: string;
  readonly align: 'left' | 'center' | 'right';
  readonly isStrong?: boolean;
  /** Colour around the letters, where lines may pass behind them. */
  readonly halo?: string;
}

export type Layer = PathLayer | TextLayer;

/** Where values are on the screen. */
export interface ValueScale {
  readonly y: (value: number) => number;
  readonly value: (y: number) => number;
  /** Ends of the axis, in its own units: logarithms on a logarithmic one. */
  readonly low: number;
  readonly high: number;
}

/** One of the charts that stand above each other and share the row axis. */
export interface Pane {
  readonly id: string;
  readonly rect: Rect;
  readonly scale: ValueScale;
  /** How a value reads on its axis, under the crosshair. */
  readonly label: (value: number) => string;
  /** Drawn inside the rectangle alone. */
  readonly layers: readonly Layer[];
  /** Drawn anywhere: labels beside and below. */
  readonly outside: readonly Layer[];
}

/** Everything that is to be seen at once, in pixels from the upper left corner. */
export interface Scene {
  readonly rows: RowRange;
  readonly panes: readonly Pane[];
  /** Left edge and width of all panes. */
  readonly plot: { readonly x: number; readonly width: number };
}

/** Part of an axis left free above and below the values. */
const HEADROOM = 0.06;

export function rowScale({ from, to }: RowRange, plot: { x: number; width: number }): (row: number) => number {
  const pixels = plot.width / (to - from);
  return (row) => plot.x + (row - from) * pixels;
}

/** A linear axis between two values exactly. */
export function exactScale(low: number, high: number, { y: top, height }: Rect): ValueScale {
  const span = high > low ? high - low : 1;
  return {
    y: (value) => top + height - ((value - low) / span) * height,
    value: (y) => low + ((top + height - y) / height) * span,
    low,
    high: low + span,
  };
}

/** A linear axis with room above and below; values that are all the same stand in its middle. */
export function roomyScale(low: number, high: number, rect: Rect, below = 0): ValueScale {
  const span = high > low ? high - low : Math.max(1e-9, Math.abs(high) * 0.02);
  const middle = (low + high) / 2;
  const half = span * (0.5 + HEADROOM);
  const pixels = rect.height / Math.max(1, rect.height - below);
  const top = middle + half;
  return exactScale(top - 2 * half * pixels, top, rect);
}

/** A logarithmic axis with room above and below, for values above 0; others have no place on it. */
export function logScale(low: number, high: number, rect: Rect): ValueScale {
  const { y, value, ...ends } = roomyScale(Math.log10(low), Math.log10(high), rect);
  return {
    ...ends,
    y: (amount) => y(amount > 0 ? Math.log10(amount) : Number.NaN),
    value: (place) => 10 ** value(place),
  };
}
