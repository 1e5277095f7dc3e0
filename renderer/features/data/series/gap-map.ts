import type { Ms } from '#shared/domain/units.ts';
import { formatCount } from '../../../ui/format/count.ts';
import { formatDay } from '../../../ui/format/time-utc.ts';
import type { Coverage } from '../queries.ts';

/** How many bars a cell has beside the usual number: none, clearly fewer, or as many. */
export type Fill = 'none' | 'few' | 'usual';

/** A day or month of the map. */
export interface GapMapCell {
  time: Ms;
  /** Places in the map, from 0. */
  column: number;
  line: number;
  fill: Fill;
  hasGaps: boolean;
  /** All that it shows, for those who don't see it: `2024-03-12: 24 bars, 1 gap ends here`. */
  words: string;
}

/** A calendar: days in columns of weeks, or months in columns of years. */
export interface GapMap {
  unit: Coverage['unit'];
  columns: number;
  /** Names of the lines, and of the columns that have one. */
  lines: readonly string[];
  labels: readonly { column: number; text: string }[];
  /** In the order of time, without a break: one below the other, column by column. */
  cells: readonly GapMapCell[];
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const LINES = { day: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'], month: MONTHS } as const;

/** Below this part of the usual number, bars are few. */
const FEW = 0.8;
/** The most columns of which each month has a name; beyond, each quarter has. */
const MOST_WEEKS_BY_MONTH = 60;
/** The most years that are all named. */
const MOST_YEARS = 16;

/** Lays a coverage out as a calendar. */
export function gapMap({ unit, cells }: Coverage): GapMap {
  const lines = LINES[unit];
  const offset = cells[0] === undefined ? 0 : lineOf(cells[0].time, unit);
  const usual = usualCount(cells.map(({ bars }) => bars));
  const placed = cells.map(
    ({ time, bars, gaps }, place): GapMapCell => ({
      time,
      column: Math.floor((place + offset) / lines.length),
      line: (place + offset) % lines.length,
      fill: bars === 0 ? 'none' : bars < FEW * usual ? 'few' : 'usual',
      hasGaps: gaps > 0,
      words: `${nameOf(time, unit)}: ${barWords(bars)}${gapWords(gaps)}`,
    }),
  );
  const columns = (placed.at(-1)?.column ?? -1) + 1;
  return {
    unit,
    columns,
    lines,
    labels: unit === 'day' ? monthLabels(placed, columns) : yearLabels(placed, columns),
    cells: placed,
  };
}

/** The cell that a key leads to from another one; null where the key leads nowhere. */
export function cellAfterKey(map: GapMap, from: number, key: string): number | null {
  const last = map.cells.length - 1;
  const within = (place: number) => Math.min(last, Math.max(0, place));
  switch (key) {
    case 'ArrowUp':
      return within(from - 1);
    case 'ArrowDown':
      return within(from + 1);
    case 'ArrowLeft':
      return from - map.lines.length < 0 ? from : from - map.lines.length;
    case 'ArrowRight':
      return from + map.lines.length > last ? from : from + map.lines.length;
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'PageUp':
      return placeOf(
        map.cells.findLastIndex((cell, place) => place < from && cell.hasGaps),
        from,
      );
    case 'PageDown':
      return placeOf(
        map.cells.findIndex((cell, place) => place > from && cell.hasGaps),
        from,
      );
    default:
      return null;
  }
}

const placeOf = (found: number, otherwise: number) => (found < 0 ? otherwise : found);

function lineOf(time: Ms, unit: Coverage['unit']): number {
  const date = new Date(time);
  return unit === 'month' ? date.getUTCMonth() : (date.getUTCDay() + 6) % 7;
}

/** The median of those that aren't 0. */
function usualCount(bars: readonly number[]): number {
  const some = bars.filter((count) => count > 0).sort((a, b) => a - b);
  return some[Math.floor(some.length / 2)] ?? 0;
}

function nameOf(time: Ms, unit: Coverage['unit']): string {
  const day = formatDay(time);
  return unit === 'day' ? day : day.slice(0, -3);
}

function barWords(bars: number): string {
  return bars === 0 ? 'no bars' : bars === 1 ? '1 bar' : `${formatCount(bars)} bars`;
}

function gapWords(gaps: number): string {
  return gaps === 0 ? '' : gaps === 1 ? ', 1 gap ends here' : `, ${formatCount(gaps)} gaps end here`;
}

/** Months by their names, Januaries by their years. */
function monthLabels(cells: readonly GapMapCell[], columns: number): GapMap['labels'] {
  const step = columns > MOST_WEEKS_BY_MONTH ? 3 : 1;
  return cells.flatMap(({ time, column }) => {
    const date = new Date(time);
    const month = date.getUTCMonth();
    if (date.getUTCDate() !== 1 || month % step !== 0) return [];
    return [{ column, text: month === 0 ? String(date.getUTCFullYear()) : (MONTHS[month] ?? '') }];
  });
}

function yearLabels(cells: readonly GapMapCell[], columns: number): GapMap['labels'] {
  const step = Math.ceil(columns / MOST_YEARS);
  return cells.flatMap(({ time, column }, place) => {
    const isFirstOfColumn = place === 0 || cells[place - 1]?.column !== column;
    return isFirstOfColumn && column % step === 0 ? [{ column, text: formatDay(time).slice(0, 4) }] : [];
  });
}
