import type { Ms } from '#shared/domain/units.ts';
import { lengthLabel, timeLabel } from './axes/calendar.ts';
import { numberLabel, percentLabel } from './axes/number-label.ts';
import { countFills } from './marks/fill-glyphs.ts';
import type { RowRange } from './viewport/row-range.ts';
import { bucketsIn, extentOf, type LineBuckets, type Viewport } from './viewport/viewport.ts';

/** What a chart of prices shows, in words, for those who don't see it. */
export function priceSummary(
  name: string,
  viewport: Viewport,
  range: RowRange,
  {
    barLength,
    decimals,
    lines,
  }: { barLength: Ms; decimals: number; lines: readonly { id: string; name: string; decimals: number }[] },
): string {
  const span = bucketsIn(viewport, range);
  const { bars } = viewport;
  const extent = bars && extentOf([bars.low, bars.high], span);
  if (bars === null || extent === null) return `${name}: no bars in view.`;
  const price = (value: number) => numberLabel(value, decimals);
  const open = bars.open[span.start] ?? Number.NaN;
  const close = bars.close[span.end - 1] ?? Number.NaN;
  const { fills } = countFills(viewport.markers, range);
  const length = lengthLabel(barLength, viewport.rowsPerBucket);
  return [
    `${name}, ${betweenTimes(viewport, span, barLength)}: ${counted(span.end - span.start, 'candle')} of ${length}.`,
    `Open ${price(open)}, close ${price(close)}, ${direction(close / open - 1)};`,
    `highest ${price(extent.high)}, lowest ${price(extent.low)}.`,
    `${fills === 0 ? 'No fills' : counted(fills, 'fill')} in view.`,
    ...lines.flatMap((line) => {
      const buckets = viewport.lines[line.id];
      return buckets ? [lineSentence(line.name, buckets, span, line.decimals)] : [];
    }),
  ].join(' ');
}

/** What a chart of lines shows, in words. */
export function seriesSummary(
  name: string,
  viewport: Viewport,
  range: RowRange,
  {
    barLength,
    decimals,
    lines,
    drawdown,
  }: { barLength: Ms; decimals: number; lines: readonly { id: string; name: string }[]; drawdown: string | null },
): string {
  const span = bucketsIn(viewport, range);
  if (span.end <= span.start) return `${name}: nothing in view.`;
  const sentences = lines.flatMap((line) => {
    const buckets = viewport.lines[line.id];
    return buckets ? [lineSentence(line.name, buckets, span, decimals)] : [];
  });
  const depths = drawdown === null ? undefined : viewport.lines[drawdown];
  const deepest = depths && extentOf([depths.min], span);
  if (deepest) sentences.push(`Deepest drawdown ${percentLabel(deepest.low)}.`);
  return [`${name}, ${betweenTimes(viewport, span, barLength)}.`, ...sentences].join(' ');
}

function lineSentence(
  name: string,
  { min, max, last }: LineBuckets,
  span: { start: number; end: number },
  decimals: number,
): string {
  const extent = extentOf([min, max], span);
  if (extent === null) return `${name}: no values.`;
  const from = last[span.start] ?? Number.NaN;
  const to = last[span.end - 1] ?? Number.NaN;
  const amount = (value: number) => numberLabel(value, decimals);
  return `${name} from ${amount(from)} to ${amount(to)}, ${direction(to / from - 1)}; highest ${amount(extent.high)}, lowest ${amount(extent.low)}.`;
}

function betweenTimes(viewport: Viewport, { start, end }: { start: number; end: number }, barLength: Ms): string {
  const from = timeLabel(viewport.time[start] ?? Number.NaN, barLength);
  return `${from} to ${timeLabel(viewport.time[end - 1] ?? Number.NaN, barLength)}`;
}

function direction(change: number): string {
  if (!Number.isFinite(change)) return 'change unknown';
  if (change === 0) return 'unchanged';
  return `${change > 0 ? 'up' : 'down'} ${percentLabel(Math.abs(change)).replace('+', '')}`;
}

function counted(count: number, noun: string): string {
  return `${numberLabel(count, 0)} ${noun}${count === 1 ? '' : 's'}`;
}
