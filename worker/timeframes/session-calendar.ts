import { HindcastError } from '#shared/domain/errors.ts';
import { type Session, WEEKDAYS } from '#shared/domain/session.ts';
import type { Ms } from '#shared/domain/units.ts';
import { type TimeZone, timeZone } from '../ingest/time-zone.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Days since 1970-01-01, which was a Thursday. */
export type CivilDay = number;

/** One session: the hours from `open` up to but not including `close`. */
export interface TradingDay {
  readonly date: CivilDay;
  readonly open: Ms;
  readonly close: Ms;
}

/** The trading days of a session, in UTC: a day keeps its hours on the clock of its place, summer time or not. */
export class SessionCalendar {
  readonly #zone: TimeZone;
  /** From midnight; negative where the session opens on the evening before. */
  readonly #open: Ms;
  readonly #close: Ms;
  /** Monday first. */
  readonly #trades: readonly boolean[];
  /** The last answer of `dayAt`, which holds from the moment that was asked for until the day closes. */
  #latest: TradingDay = { date: 0, open: 0, close: Number.NEGATIVE_INFINITY };
  #latestFrom: Ms = 0;

  /** @throws HindcastError `usage.unknown-timezone` */
  constructor(session: Session) {
    this.#zone = zoneOf(session);
    this.#close = sinceMidnight(session.close) || DAY;
    const open = sinceMidnight(session.open);
    this.#open = open < this.#close ? open : open - DAY;
    this.#trades = WEEKDAYS.map((day) => session.days.includes(day));
  }

  /**
   * The trading day to which a moment belongs: the first whose session closes after it. What happens in the evening,
   * on a weekend or before the opening thus counts to the session that comes.
   */
  dayAt(time: Ms): TradingDay {
    if (time >= this.#latestFrom && time < this.#latest.close) return this.#latest;
    // No zone is so far from UTC that the session of two days ago were still open.
    let day = this.dayFrom(Math.floor(time / DAY) - 2);
    while (day.close <= time) day = this.dayFrom(day.date + 1);
    this.#latest = day;
    this.#latestFrom = time;
    return day;
  }

  /** The first trading day that is not before a date. */
  dayFrom(date: CivilDay): TradingDay {
    let trading = date;
    while (!this.#isTradingDay(trading)) trading++;
    return this.#day(trading);
  }

  /** The last trading day that is not after a date. */
  dayUpTo(date: CivilDay): TradingDay {
    let trading = date;
    while (!this.#isTradingDay(trading)) trading--;
    return this.#day(trading);
  }

  #isTradingDay(date: CivilDay): boolean {
    return this.#trades[daysSinceMonday(date)] === true;
  }

  #day(date: CivilDay): TradingDay {
    const midnight = date * DAY;
    return {
      date,
      open: this.#zone.toUtc(midnight + this.#open),
      close: this.#zone.toUtc(midnight + this.#close),
    };
  }
}

/** 0 on a Monday, 6 on a Sunday. */
export function daysSinceMonday(date: CivilDay): number {
  return (((date + 3) % 7) + 7) % 7;
}

function sinceMidnight(timeOfDay: string): Ms {
  const [hours, minutes] = timeOfDay.split(':');
  return (Number(hours) * 60 + Number(minutes)) * MINUTE;
}

function zoneOf({ timezone }: Session): TimeZone {
  try {
    return timeZone(timezone);
  } catch (cause) {
    throw unknownTimezone(timezone, cause);
  }
}

function unknownTimezone(timezone: string, cause: unknown): HindcastError {
  return new HindcastError(
    {
      kind: 'usage',
      code: 'usage.unknown-timezone',
      message: `There is no time zone ${timezone}.`,
      hint: 'Name it as the IANA does: America/New_York, Europe/London, UTC.',
    },
    { cause },
  );
}
