import type { Ms } from '#shared/domain/units.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Turns the wall-clock time of one place into UTC. */
export interface TimeZone {
  /** @param wall ms since 1970-01-01T00:00 on the clock of the place */
  toUtc(wall: Ms): Ms;
}

export const UTC: TimeZone = { toUtc: (wall) => wall };

/**
 * The clock of an IANA time zone such as `America/New_York`. An hour that clocks skip is read as if they had not
 * been moved yet; of an hour that happens twice the first is meant.
 * @throws RangeError when the zone isn't known.
 */
export function timeZone(name: string): TimeZone {
  if (name === 'UTC') return UTC;
  const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  const dayOffsets = new Map<number, Ms>();

  function offsetAt(utc: Ms): Ms {
    const label = format.formatToParts(utc).find((part) => part.type === 'timeZoneName')?.value ?? '';
    const match = /^GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(label);
    const [, sign, hours = '0', minutes = '0', seconds = '0'] = match ?? [];
    const size = (Number(hours) * 60 + Number(minutes)) * MINUTE + Number(seconds) * 1000;
    return sign === '-' ? -size : size;
  }

  /** Offset at the start of a UTC day: asking Intl for every bar would take longer than all the rest. */
  function offsetOfDay(day: number): Ms {
    let offset = dayOffsets.get(day);
    if (offset === undefined) {
      offset = offsetAt(day * DAY);
      dayOffsets.set(day, offset);
    }
    return offset;
  }

  return {
    toUtc(wall) {
      const day = Math.floor(wall / DAY);
      const before = offsetOfDay(day - 1);
      const after = offsetOfDay(day + 2);
      if (before === after || offsetAt(wall - before) === before) return wall - before;
      return offsetAt(wall - after) === after ? wall - after : wall - before;
    },
  };
}
