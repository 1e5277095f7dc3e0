import { type Html, html, type Piece } from '../html.ts';
import type { Scale, Tick } from './axis.ts';

/** Units of the drawing area, which is stretched to whatever room there is. */
const WIDTH = 2000;
const HEIGHT = 1000;
/** More labels than this don't fit on a narrow screen, where every second one is left out. */
const NARROW_TICKS = 6;

export interface PlotSpec {
  /** The chart in one or two sentences, for those who don't see it. */
  summary: string;
  height: 'tall' | 'medium' | 'low';
  shapes: readonly Piece[];
  x: Scale;
  y: Scale;
  xTicks: readonly Tick[];
  yTicks: readonly Tick[];
}

/**
 * A chart drawn by hand rather than by a library, for three reasons: the drawing stretches to the width of the
 * page while its text (HTML beside the drawing) keeps its size; its colours are custom properties, so it follows
 * the reader's theme without a script; and nothing but numbers of ours gets into the drawing.
 */
export function plot(spec: PlotSpec): Html {
  const { summary, height, shapes, x, y, xTicks, yTicks } = spec;
  const level = (tick: Tick) => round(100 - 100 * y.at(tick.value), 2);
  const place = (tick: Tick) => round(100 * x.at(tick.value), 2);
  const isSpare = (k: number) => xTicks.length > NARROW_TICKS && k % 2 === 1;
  const gridLines = yTicks.map((tick) => `M0 ${vertical(y, tick.value)}h${WIDTH}`).join('');
  return html`<div class="plot plot-${height}" role="img" aria-label="${summary}">
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true" focusable="false">
<path class="grid" d="${gridLines}"/>${shapes}</svg>
${yTicks.map((tick) => html`<span class="y-tick" style="top:${level(tick)}%">${tick.label}</span>`)}
${xTicks.map((tick, k) => html`<span class="${isSpare(k) ? 'x-tick spare' : 'x-tick'}" style="left:${place(tick)}%">${tick.label}</span>`)}
</div>`;
}

/** A line through points, given as pairs of values on the two axes. */
export function linePath(x: Scale, y: Scale, points: readonly (readonly [number, number])[]): string {
  return points.map(([px, py], index) => `${index === 0 ? 'M' : 'L'}${horizontal(x, px)} ${vertical(y, py)}`).join('');
}

/** The area between such a line and a level. */
export function areaPath(x: Scale, y: Scale, points: readonly (readonly [number, number])[], level: number): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return '';
  const floor = vertical(y, level);
  return `${linePath(x, y, points)}L${horizontal(x, last[0])} ${floor}L${horizontal(x, first[0])} ${floor}Z`;
}

/** A filled box between two values on each axis. */
export function box(x: Scale, y: Scale, from: [number, number], to: [number, number], className: string): Html {
  const [left, right] = [horizontal(x, from[0]), horizontal(x, to[0])];
  const [bottom, top] = [vertical(y, from[1]), vertical(y, to[1])];
  const size = html`x="${left}" y="${top}" width="${round(right - left, 1)}" height="${round(bottom - top, 1)}"`;
  return html`<rect class="${className}" ${size}/>`;
}

function horizontal(x: Scale, value: number): number {
  return round(WIDTH * x.at(value), 1);
}

function vertical(y: Scale, value: number): number {
  return round(HEIGHT * (1 - y.at(value)), 1);
}

function round(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor;
}

/**
 * Invisible stripes over a chart that show a crosshair and a line of figures while the pointer is on them: what a
 * script would do, in CSS. The stripes are of equal width.
 */
export function readouts(lines: readonly Html[]): Html {
  return html`<div class="readouts" aria-hidden="true">${lines.map((line) => html`<div><p>${line}</p></div>`)}</div>`;
}
