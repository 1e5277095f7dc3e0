import type { Ms } from '#shared/domain/units.ts';
import type { DateFormat } from './date-format.ts';
import { parseNumber } from './number-cell.ts';
import type { TimeZone } from './time-zone.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** The last moment that a Date can hold. */
const LAST_MS = 8.64e15;

const SPACE = 32;
const PLUS = 43;
const COMMA = 44;
const MINUS = 45;
const DOT = 46;
const SLASH = 47;
const ZERO = 48;
const COLON = 58;
const LOWER_CASE = 32;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const letter = (text: string): number => text.charCodeAt(0);

/**
 * Reads moments written in one format. What isn't a moment in this format gives NaN, never a guess.
 *
 * A time of day without a zone is on the wall clock of `zone`; a date without a time of day is midnight UTC in
 * every zone, so that daily bars of different markets meet. Fractions of a millisecond are dropped. 12-hour
 * times end in AM or PM; zones are `Z`, `UTC`, `GMT`, `±HH`, `±HHMM`, `±HH:MM`, alone or after UTC or GMT.
 */
export class DateCells {
  readonly #format: DateFormat;
  readonly #zone: TimeZone;
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;
  #end = 0;

  constructor(format: DateFormat, zone: TimeZone) {
    this.#format = format;
    this.#zone = zone;
  }

  /** The moment in `bytes[start … end)`, ms UTC. */
  read(bytes: Uint8Array, start: number, end: number): Ms {
    if (this.#format.startsWith('epoch')) return this.#epoch(bytes, start, end);
    this.#open(bytes, start, end);
    const day = this.#date();
    if (Number.isNaN(day) || this.#at === this.#end) return day;
    return this.#beforeTime() ? this.#onClock(day, this.#clock(true)) : NaN;
  }

  /** The moment of a date in one cell and a time of day in another, ms UTC. */
  readWithClock(bytes: Uint8Array, start: number, end: number, clockStart: number, clockEnd: number): Ms {
    this.#open(bytes, start, end);
    const day = this.#date();
    if (this.#at !== this.#end) return NaN;
    this.#open(bytes, clockStart, clockEnd);
    return this.#onClock(day, this.#clock(false));
  }

  /** True when a cell holds a time of day and nothing else. */
  isClock(bytes: Uint8Array, start: number, end: number): boolean {
    this.#open(bytes, start, end);
    return !Number.isNaN(this.#clock(false)) && (this.#at === this.#end || !Number.isNaN(this.#offset()));
  }

  #open(bytes: Uint8Array, start: number, end: number): void {
    this.#bytes = bytes;
    this.#at = start;
    this.#end = end;
  }

  #onClock(day: Ms, clock: Ms): Ms {
    const wall = day + clock;
    if (Number.isNaN(wall)) return NaN;
    return this.#at === this.#end ? this.#zone.toUtc(wall) : wall - this.#offset();
  }

  #epoch(bytes: Uint8Array, start: number, end: number): Ms {
    const ms = this.#epochMs(bytes, start, end);
    return Math.abs(ms) <= LAST_MS ? ms : NaN;
  }

  /** Digits below the millisecond are cut off in the text where possible: nanoseconds don't fit in a double. */
  #epochMs(bytes: Uint8Array, start: number, end: number): Ms {
    if (this.#format === 'epoch-s') return Math.round(parseNumber(bytes, start, end, DOT) * SECOND);
    const surplus = this.#format === 'epoch-ms' ? 0 : this.#format === 'epoch-us' ? 3 : 6;
    if (end - start > surplus && allDigits(bytes, start, end)) return parseNumber(bytes, start, end - surplus, DOT);
    return Math.floor(parseNumber(bytes, start, end, DOT) / 10 ** surplus);
  }

  /** Midnight of the date at the cursor, ms. */
  #date(): Ms {
    switch (this.#format) {
      case 'YYYY-MM-DD': {
        const year = this.#digits(4, 4);
        if (!this.#dateSeparator()) return NaN;
        const month = this.#digits(1, 2);
        if (!this.#dateSeparator()) return NaN;
        return midnight(year, month, this.#digits(1, 2));
      }
      case 'DD-MM-YYYY': {
        const day = this.#digits(1, 2);
        if (!this.#dateSeparator()) return NaN;
        const month = this.#digits(1, 2);
        if (!this.#dateSeparator()) return NaN;
        return midnight(this.#digits(4, 4), month, day);
      }
      case 'MM-DD-YYYY': {
        const month = this.#digits(1, 2);
        if (!this.#dateSeparator()) return NaN;
        const day = this.#digits(1, 2);
        if (!this.#dateSeparator()) return NaN;
        return midnight(this.#digits(4, 4), month, day);
      }
      case 'YYYYMMDD': {
        const year = this.#digits(4, 4);
        const month = this.#digits(2, 2);
        return midnight(year, month, this.#digits(2, 2));
      }
      case 'Mon-D-YYYY': {
        const month = this.#monthName();
        if (!this.#wordSeparator()) return NaN;
        const day = this.#digits(1, 2);
        if (!this.#wordSeparator()) return NaN;
        return midnight(this.#digits(4, 4), month, day);
      }
      case 'D-Mon-YYYY': {
        const day = this.#digits(1, 2);
        if (!this.#wordSeparator()) return NaN;
        const month = this.#monthName();
        if (!this.#wordSeparator()) return NaN;
        return midnight(this.#digits(4, 4), month, day);
      }
      default:
        return NaN;
    }
  }

  /**
   * `HH:MM[:SS[.f…]] [AM|PM]`, or digits alone: up to four are HHMM, five or six HHMMSS.
   * @param isPadded the digits have their leading zeros, which a column of its own may have lost
   */
  #clock(isPadded: boolean): Ms {
    const from = this.#at;
    const lead = this.#digits(1, 6);
    if (lead < 0) return NaN;
    const width = this.#at - from;
    if (this.#peek() !== COLON) {
      if (isPadded && width !== 4 && width !== 6) return NaN;
      if (width > 4) return timeOfDay(Math.trunc(lead / 10_000), Math.trunc(lead / 100) % 100, lead % 100, 0);
      return timeOfDay(Math.trunc(lead / 100), lead % 100, 0, 0);
    }
    if (width > 2) return NaN;
    this.#at++;
    const minute = this.#digits(2, 2);
    let second = 0;
    let milli = 0;
    if (this.#peek() === COLON) {
      this.#at++;
      second = this.#digits(2, 2);
      if (this.#peek() === DOT || this.#peek() === COMMA) milli = this.#fraction();
    }
    return timeOfDay(this.#hourOf(lead), minute, second, milli);
  }

  /** The hour of the day, given the hour as written and the AM or PM that may stand at the cursor. */
  #hourOf(written: number): number {
    const mark = this.#at + (this.#peek() === SPACE ? 1 : 0);
    const half = (this.#bytes[mark] ?? 0) | LOWER_CASE;
    const isMark = mark + 2 <= this.#end && ((this.#bytes[mark + 1] ?? 0) | LOWER_CASE) === letter('m');
    if (!isMark || (half !== letter('a') && half !== letter('p'))) return written;
    this.#at = mark + 2;
    if (written < 1 || written > 12) return -1;
    return (written % 12) + (half === letter('p') ? 12 : 0);
  }

  /** Milliseconds after a decimal mark; further digits are dropped. */
  #fraction(): number {
    this.#at++;
    const from = this.#at;
    let milli = 0;
    let weight = 100;
    while (this.#isDigit()) {
      milli += Math.trunc(weight) * ((this.#bytes[this.#at++] as number) - ZERO);
      weight /= 10;
    }
    return this.#at === from ? -1 : milli;
  }

  /** Distance from UTC of the zone at the cursor, which must end the cell. */
  #offset(): Ms {
    if (this.#peek() === SPACE) this.#at++;
    const named = this.#zoneName();
    if (named && this.#at === this.#end) return 0;
    const sign = this.#peek();
    if (sign !== PLUS && sign !== MINUS) return NaN;
    this.#at++;
    const hours = this.#digits(2, 2);
    if (this.#peek() === COLON) this.#at++;
    const minutes = this.#at === this.#end ? 0 : this.#digits(2, 2);
    if (this.#at !== this.#end || hours < 0 || hours > 18 || minutes < 0 || minutes > 59) return NaN;
    const size = hours * HOUR + minutes * MINUTE;
    return sign === MINUS ? -size : size;
  }

  #zoneName(): boolean {
    if (((this.#bytes[this.#at] ?? 0) | LOWER_CASE) === letter('z')) {
      this.#at++;
      return true;
    }
    if (this.#at + 3 > this.#end) return false;
    const name = String.fromCharCode(...this.#bytes.subarray(this.#at, this.#at + 3)).toUpperCase();
    if (name !== 'UTC' && name !== 'GMT') return false;
    this.#at += 3;
    return true;
  }

  /** The whole number at the cursor; −1 when it has fewer digits than `least`. Reads `most` digits at most. */
  #digits(least: number, most: number): number {
    const from = this.#at;
    const stop = Math.min(this.#end, from + most);
    let value = 0;
    while (this.#at < stop) {
      const digit = (this.#bytes[this.#at] as number) - ZERO;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
      this.#at++;
    }
    return this.#at - from < least ? -1 : value;
  }

  #monthName(): number {
    const from = this.#at;
    while (this.#at < this.#end && isLetter(this.#bytes[this.#at] as number)) this.#at++;
    if (this.#at - from < 3) return -1;
    const name = String.fromCharCode(...this.#bytes.subarray(from, from + 3)).toLowerCase();
    if (this.#peek() === DOT) this.#at++;
    return MONTHS.indexOf(name) + 1;
  }

  #dateSeparator(): boolean {
    const byte = this.#peek();
    this.#at++;
    return byte === MINUS || byte === SLASH || byte === DOT;
  }

  /** Spaces, a comma, a hyphen or a slash between day, month name and year. */
  #wordSeparator(): boolean {
    const from = this.#at;
    for (
      let byte = this.#peek();
      byte === SPACE || byte === COMMA || byte === MINUS || byte === SLASH;
      byte = this.#peek()
    )
      this.#at++;
    return this.#at > from;
  }

  /** Steps over what separates date and time of day: `T`, spaces, a comma; nothing need do so after YYYYMMDD. */
  #beforeTime(): boolean {
    const from = this.#at;
    if ((this.#peek() | LOWER_CASE) === letter('t')) this.#at++;
    else while (this.#peek() === SPACE || this.#peek() === COMMA) this.#at++;
    return this.#at > from || this.#format === 'YYYYMMDD';
  }

  #peek(): number {
    return this.#at < this.#end ? (this.#bytes[this.#at] as number) : 0;
  }

  #isDigit(): boolean {
    const digit = this.#peek() - ZERO;
    return digit >= 0 && digit <= 9;
  }
}

/** Midnight UTC of a date of the Gregorian calendar, ms; NaN when there is no such day. */
function midnight(year: number, month: number, day: number): Ms {
  if (year < 0 || month < 1 || month > 12 || day < 1 || day > (DAYS_IN_MONTH[month - 1] as number)) return NaN;
  if (month === 2 && day === 29 && !isLeap(year)) return NaN;
  return daysSinceEpoch(year, month, day) * DAY;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/**
 * Days from 1970-01-01, counting years from March so that the leap day comes last.
 * Source: Hinnant, chrono-Compatible Low-Level Date Algorithms, days_from_civil.
 */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function timeOfDay(hour: number, minute: number, second: number, milli: number): Ms {
  const isReal = hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59 && milli >= 0;
  return isReal ? hour * HOUR + minute * MINUTE + second * SECOND + milli : NaN;
}

function isLetter(byte: number): boolean {
  const lower = byte | LOWER_CASE;
  return lower >= letter('a') && lower <= letter('z');
}

function allDigits(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] as number) - ZERO;
    if (digit < 0 || digit > 9) return false;
  }
  return true;
}
