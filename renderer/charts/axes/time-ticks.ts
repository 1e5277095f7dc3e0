import type { Ms } from '#shared/domain/units.ts';
import { type CalendarDay, calendarDay, clockLabel, DAY, dayLabel, HOUR, MINUTE, MONTHS, SECOND } from './calendar.ts';

export interface TimeTick {
  readonly bucket: number;
  readonly label: string;
  /** Where a greater unit begins: a day among hours, a year among months. */
  readonly isMajor: boolean;
}

export interface TimeTickSpace {
  /** Buckets in view: `start` up to but not including `end`. */
  readonly start: number;
  readonly end: number;
  /** Where a bucket is on the screen, px. */
  readonly x: (bucket: number) => number;
  /** Width of the axis, px. */
  readonly width: number;
  /** Room that a label takes with the gap to the next, px. */
  readonly labelWidth: number;
}

/** What changes at a tick, smallest first. */
const CLOCK = 0;
const ON_DAY = 1;
const ON_MONTH = 2;
const ON_YEAR = 3;
type Rank = typeof CLOCK | typeof ON_DAY | typeof ON_MONTH | typeof ON_YEAR;

interface Moment extends CalendarDay {
  readonly time: Ms;
}

/** A distance between ticks: a tick stands where the number of the unit changes from one bucket to the next. */
interface Unit {
  readonly rank: Rank;
  readonly number: (moment: Moment) => number;
}

const clock = (length: Ms): Unit => ({ rank: CLOCK, number: ({ time }) => Math.floor(time / length) });
/** Days are counted from the first of each month, and the last part of a month is never shorter than the others. */
const days = (length: number, parts: number): Unit => ({
  rank: ON_DAY,
  number: ({ year, month, day }) =>
    (year * 12 + month) * 31 + Math.min(parts - 1, Math.floor((length === 2 ? day - 1 : day) / length)),
});
const months = (length: number): Unit => ({
  rank: ON_MONTH,
  number: ({ year, month }) => Math.floor((year * 12 + month) / length),
});
const years = (length: number): Unit => ({ rank: ON_YEAR, number: ({ year }) => Math.floor(year / length) });

const UNITS: readonly Unit[] = [
  ...[1, 5, 15, 30].map((count) => clock(count * SECOND)),
  ...[1, 2, 5, 10, 15, 30].map((count) => clock(count * MINUTE)),
  ...[1, 2, 3, 4, 6, 12].map((count) => clock(count * HOUR)),
  { rank: ON_DAY, number: ({ time }) => Math.floor(time / DAY) },
  days(2, 15),
  days(5, 6),
  days(10, 3),
  days(15, 2),
  ...[1, 2, 3, 6].map(months),
  ...[1, 2, 5, 10, 20, 50, 100].map(years),
];

/**
 * Ticks where the calendar turns, as close as labels allow. They stand at fixed times, so that panning moves them and
 * never renumbers them; the first one says the date or year that no other says.
 *
 * @param time opening times of the buckets, ms UTC, ascending
 */
export function timeTicks(time: ArrayLike<number>, space: TimeTickSpace): TimeTick[] {
  const first = Math.max(0, space.start - 1);
  const moments: Moment[] = [];
  let day: CalendarDay = { year: 0, month: 0, day: 0 };
  let dayNumber = Number.NaN;
  for (let bucket = first; bucket < space.end; bucket++) {
    const at = time[bucket] ?? Number.NaN;
    const number = Math.floor(at / DAY);
    if (number !== dayNumber) day = calendarDay(at);
    dayNumber = number;
    moments.push({ ...day, time: at });
  }
  const most = Math.max(1, space.width / space.labelWidth);
  for (const unit of UNITS) {
    const turns = turnsOf(unit, moments, most);
    if (turns !== null) return labelled(unit, apart(turns, first, space), moments, first);
  }
  return [];
}

interface Turn {
  /** Place among the moments. */
  readonly at: number;
  readonly rank: Rank;
}

/** Where a unit turns; null when that is more often than there is room. */
function turnsOf(unit: Unit, moments: readonly Moment[], most: number): Turn[] | null {
  const turns: Turn[] = [];
  let before = moments[0];
  for (let at = 1; at < moments.length; at++) {
    const moment = moments[at];
    if (before === undefined || moment === undefined) break;
    if (unit.number(moment) !== unit.number(before)) {
      turns.push({ at, rank: rankBetween(before, moment) });
      if (turns.length > most) return null;
    }
    before = moment;
  }
  return turns;
}

function rankBetween(before: CalendarDay & { time: Ms }, after: CalendarDay & { time: Ms }): Rank {
  if (before.year !== after.year) return ON_YEAR;
  if (before.month !== after.month) return ON_MONTH;
  return before.day !== after.day ? ON_DAY : CLOCK;
}

/** Leaves out what stands too close to a turn of a higher rank, or to an earlier one of the same. */
function apart(turns: readonly Turn[], first: number, { x, labelWidth }: TimeTickSpace): Turn[] {
  const kept: { turn: Turn; x: number }[] = [];
  for (const rank of [ON_YEAR, ON_MONTH, ON_DAY, CLOCK]) {
    for (const turn of turns) {
      if (turn.rank !== rank) continue;
      const place = x(first + turn.at);
      if (kept.every((other) => Math.abs(other.x - place) >= labelWidth * 0.8)) kept.push({ turn, x: place });
    }
  }
  return kept.map(({ turn }) => turn).sort((a, b) => a.at - b.at);
}

function labelled(unit: Unit, turns: readonly Turn[], moments: readonly Moment[], first: number): TimeTick[] {
  const context = unit.rank === CLOCK ? ON_DAY : ON_YEAR;
  const lacksContext = unit.rank < ON_YEAR && turns.every(({ rank }) => rank < context);
  const ticks: TimeTick[] = [];
  for (const [index, turn] of turns.entries()) {
    const moment = moments[turn.at];
    if (moment === undefined) continue;
    const label = index === 0 && lacksContext ? fullLabel(unit.rank, moment) : labelOf(unit.rank, turn.rank, moment);
    ticks.push({ bucket: first + turn.at, label, isMajor: turn.rank > unit.rank && turn.rank >= context });
  }
  return ticks;
}

function labelOf(unit: Rank, turn: Rank, moment: Moment): string {
  switch (unit) {
    case CLOCK:
      if (turn === CLOCK) return clockLabel(moment.time);
      return turn === ON_YEAR ? fullLabel(ON_DAY, moment) : dayLabel(moment);
    case ON_DAY:
      return turn === ON_YEAR ? fullLabel(ON_DAY, moment) : dayLabel(moment);
    case ON_MONTH:
      return turn === ON_YEAR ? String(moment.year) : (MONTHS[moment.month] ?? '');
    case ON_YEAR:
      return String(moment.year);
  }
}

function fullLabel(unit: Rank, moment: Moment): string {
  if (unit === CLOCK) return `${dayLabel(moment)} ${clockLabel(moment.time)}`;
  if (unit === ON_DAY) return `${dayLabel(moment)} ${moment.year}`;
  return `${MONTHS[moment.month]} ${moment.year}`;
}
