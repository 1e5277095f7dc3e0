import type { Palette } from '../scene/palette.ts';
import { type HeatLayout, type Rect, rectOfCell } from './heat-layout.ts';
import { type HeatScale, heatStops, positionOn } from './heat-scale.ts';

export interface HeatPicture {
  readonly layout: HeatLayout;
  readonly scale: HeatScale | null;
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  readonly values: Float64Array;
  /** Cells around which a ring is drawn, and the one with the focus. */
  readonly marked: number | null;
  readonly focused: number | null;
}

/** Colours that a scale is divided into. */
const SHADES = 64;
/** Distance of the strokes of a hatch, px. */
const HATCH = 6;

/** Draws a heat map: cells, hatches where there is no value, labels of the axes, and what is marked. */
export function drawHeat(context: CanvasRenderingContext2D, picture: HeatPicture, palette: Palette): void {
  const { layout, scale, values, marked, focused } = picture;
  const { canvas } = context;
  const ratio = window.devicePixelRatio;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  hatch(context, layout.plot, palette);
  if (scale !== null) {
    const shades = shadesOf(scale, palette);
    const gap = layout.plot.width / layout.columns > 8 && layout.plot.height / layout.rows > 8 ? 1 : 0;
    values.forEach((value, cell) => {
      if (Number.isNaN(value)) return;
      const { x, y, width, height } = wholePixels(rectOfCell(layout, cell));
      if (gap > 0) {
        context.fillStyle = palette.panel;
        context.fillRect(x, y, width, height);
      }
      context.fillStyle = shades[Math.round(positionOn(scale, value) * (SHADES - 1))] ?? palette.raised;
      context.fillRect(x, y, width - gap, height - gap);
    });
  }
  drawLabels(context, picture, palette);
  if (marked !== null) drawMark(context, rectOfCell(layout, marked), palette);
  if (focused !== null) drawFrame(context, rectOfCell(layout, focused), palette);
}

/** From pixel to pixel, so that neighbours leave no seam. */
function wholePixels({ x, y, width, height }: Rect): Rect {
  const left = Math.round(x);
  const top = Math.round(y);
  return { x: left, y: top, width: Math.round(x + width) - left, height: Math.round(y + height) - top };
}

function shadesOf(scale: HeatScale, palette: Palette): string[] {
  const strip = new OffscreenCanvas(SHADES, 1).getContext('2d', { willReadFrequently: true });
  if (strip === null) return [];
  const ramp = strip.createLinearGradient(0, 0, SHADES, 0);
  const stops = heatStops(scale, palette);
  for (const [place, colour] of stops.entries()) ramp.addColorStop(place / (stops.length - 1), colour);
  strip.fillStyle = ramp;
  strip.fillRect(0, 0, SHADES, 1);
  const { data } = strip.getImageData(0, 0, SHADES, 1);
  return Array.from({ length: SHADES }, (_, shade) => `rgb(${data.slice(4 * shade, 4 * shade + 3).join(' ')})`);
}

function hatch(context: CanvasRenderingContext2D, { x, y, width, height }: Rect, palette: Palette): void {
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  context.beginPath();
  for (let start = x - height; start < x + width; start += HATCH) {
    context.moveTo(start, y + height);
    context.lineTo(start + height, y);
  }
  context.strokeStyle = palette.border;
  context.lineWidth = 1;
  context.stroke();
  context.restore();
}

function drawLabels(context: CanvasRenderingContext2D, picture: HeatPicture, palette: Palette): void {
  const { layout, columns, rows } = picture;
  const { plot } = layout;
  context.font = `${palette.fontSize}px ${palette.fontFamily}`;
  context.fillStyle = palette.textMuted;
  const widest = Math.max(...columns.map((label) => context.measureText(label).width)) + palette.fontSize;
  const everyColumn = Math.max(1, Math.ceil((widest * columns.length) / plot.width));
  const everyRow = Math.max(1, Math.ceil((1.5 * palette.fontSize * rows.length) / plot.height));
  context.textAlign = 'center';
  context.textBaseline = 'bottom';
  columns.forEach((label, column) => {
    if (column % everyColumn !== 0) return;
    const { x, width } = rectOfCell(layout, column);
    context.fillText(label, x + width / 2, plot.y + plot.height + 1.6 * palette.fontSize);
  });
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  rows.forEach((label, row) => {
    if (row % everyRow !== 0) return;
    const { y, height } = rectOfCell(layout, row * layout.columns);
    context.fillText(label, plot.x - palette.fontSize / 2, y + height / 2);
  });
}

/** A ring that is seen on any colour. */
function drawMark(context: CanvasRenderingContext2D, { x, y, width, height }: Rect, palette: Palette): void {
  const radius = Math.max(3, Math.min(width, height) / 4);
  for (const [stroke, lineWidth] of [
    [palette.panel, 5],
    [palette.text, 2],
  ] as const) {
    context.beginPath();
    context.arc(x + width / 2, y + height / 2, radius, 0, 2 * Math.PI);
    context.strokeStyle = stroke;
    context.lineWidth = lineWidth;
    context.stroke();
  }
}

function drawFrame(context: CanvasRenderingContext2D, { x, y, width, height }: Rect, palette: Palette): void {
  for (const [stroke, lineWidth] of [
    [palette.panel, 4],
    [palette.text, 2],
  ] as const) {
    context.strokeStyle = stroke;
    context.lineWidth = lineWidth;
    context.strokeRect(x, y, width - 1, height - 1);
  }
}
