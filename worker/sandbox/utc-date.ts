const CLOCK = 'The clock is not available in strategies, so that runs repeat: use bar.time.';

const FIELDS = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'] as const;

/**
 * Makes the local time of every Date in this thread UTC, so that a run doesn't depend on the machine's time zone.
 * Must run before the built-in objects are frozen.
 */
export function makeLocalTimeUtc(): void {
  const prototype = Date.prototype as unknown as Record<string, unknown>;
  for (const field of FIELDS) {
    prototype[`get${field}`] = prototype[`getUTC${field}`];
    if (field !== 'Day') prototype[`set${field}`] = prototype[`setUTC${field}`];
  }
  Object.assign(prototype, {
    getTimezoneOffset(this: Date) {
      return this.getTime() * 0;
    },
    toString: asText((date) => `${day(date)} ${time(date)}`),
    toDateString: asText(day),
    toTimeString: asText(time),
  });
  delete prototype['getYear'];
  delete prototype['setYear'];
}

function asText(format: (date: Date) => string) {
  return function (this: Date): string {
    return Number.isNaN(this.getTime()) ? 'Invalid Date' : format(this);
  };
}

/** `Wed Jan 01 2020`, from `Wed, 01 Jan 2020 10:00:00 GMT`. */
function day(date: Date): string {
  const [weekday, number, month, year] = date.toUTCString().replace(',', '').split(' ');
  return `${weekday} ${month} ${number} ${year}`;
}

function time(date: Date): string {
  return `${date.toUTCString().slice(-12)}+0000 (Coordinated Universal Time)`;
}

/**
 * A Date constructor without a clock or time zone: times are UTC, texts are read as ISO 8601 (anything else is an
 * invalid date), `new Date()`, `Date()` and `Date.now()` throw.
 */
export function createUtcDate(): unknown {
  const HostDate = Date;
  function UtcDate(...parts: unknown[]): object {
    if (new.target === undefined || parts.length === 0) throw new TypeError(CLOCK);
    const [first] = parts;
    const ms =
      parts.length > 1
        ? HostDate.UTC(...(parts as [number, number]))
        : typeof first === 'string'
          ? parseUtc(first)
          : Number(first);
    return Reflect.construct(HostDate, [ms], new.target);
  }
  Object.defineProperties(UtcDate, {
    name: { value: 'Date' },
    length: { value: 7 },
    prototype: { value: HostDate.prototype, writable: false },
    parse: { value: parseUtc },
    UTC: { value: HostDate.UTC },
    now: {
      value: () => {
        throw new TypeError(CLOCK);
      },
    },
  });
  return UtcDate;
}

const ISO_DATE = /^(?:\d{4}|[+-]\d{6})-\d\d-\d\d$/;
const ISO_TIME = /^((?:\d{4}|[+-]\d{6})-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[+-]\d\d:\d\d)?$/;

/** Milliseconds of an ISO 8601 date or time, UTC unless it names an offset; NaN for any other text. */
function parseUtc(text: unknown): number {
  const trimmed = `${text}`.trim();
  if (ISO_DATE.test(trimmed)) return Date.parse(trimmed);
  const [, date, clock, zone = 'Z'] = ISO_TIME.exec(trimmed) ?? [];
  return date === undefined ? NaN : Date.parse(`${date}T${clock}${zone}`);
}
