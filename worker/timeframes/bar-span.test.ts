import { describe, expect, test } from 'vitest';
import { SESSIONS, type SessionName } from '#shared/domain/session.ts';
import type { Timeframe } from '#shared/domain/timeframe.ts';
import { barSpanAt } from './bar-span.ts';
import { SessionCalendar } from './session-calendar.ts';

const text = (time: number) => new Date(time).toISOString().slice(0, 16);

function span(session: SessionName, timeframe: Timeframe, moment: string): string[] {
  const { open, end } = barSpanAt(Date.parse(moment), timeframe, new SessionCalendar(SESSIONS[session]));
  return [open, end].map(text);
}

describe('a bar', () => {
  test.each<[SessionName, Timeframe, string, string, string]>([
    ['24x7', '1h', '2024-01-10T15:59Z', '2024-01-10T15:00', '2024-01-10T16:00'],
    ['24x7', '12h', '2024-01-10T12:00Z', '2024-01-10T12:00', '2024-01-11T00:00'],
    ['24x7', '1d', '2024-01-10T15:00Z', '2024-01-10T00:00', '2024-01-11T00:00'],
    ['24x7', '1w', '2024-01-14T23:00Z', '2024-01-08T00:00', '2024-01-15T00:00'],
    ['24x7', '1w', '1969-12-31T23:00Z', '1969-12-29T00:00', '1970-01-05T00:00'],
    ['24x7', '1M', '2024-02-29T23:00Z', '2024-02-01T00:00', '2024-03-01T00:00'],
    ['24x7', '3M', '2024-12-31T23:00Z', '2024-10-01T00:00', '2025-01-01T00:00'],
    ['24x7', '1y', '2024-12-31T23:00Z', '2024-01-01T00:00', '2025-01-01T00:00'],
    // From the opening; the last one ends with the session. Summer, then winter.
    ['us-equities', '1h', '2024-07-10T14:29Z', '2024-07-10T13:30', '2024-07-10T14:30'],
    ['us-equities', '1h', '2024-07-10T14:30Z', '2024-07-10T14:30', '2024-07-10T15:30'],
    ['us-equities', '1h', '2024-01-10T20:45Z', '2024-01-10T20:30', '2024-01-10T21:00'],
    ['us-equities', '1h', '2024-01-10T14:00Z', '2024-01-10T14:30', '2024-01-10T15:30'],
    ['us-equities', '1d', '2024-01-10T20:45Z', '2024-01-10T14:30', '2024-01-10T21:00'],
    // From the first trading day's opening to the last one's close: March 2024 began on a Friday, ended on a Sunday.
    ['us-equities', '1w', '2024-03-08T15:00Z', '2024-03-04T14:30', '2024-03-08T21:00'],
    ['us-equities', '1M', '2024-03-20T15:00Z', '2024-03-01T14:30', '2024-03-29T20:00'],
    ['us-equities', '1y', '2022-03-20T15:00Z', '2022-01-03T14:30', '2022-12-30T21:00'],
    ['forex', '4h', '2024-01-15T01:00Z', '2024-01-14T22:00', '2024-01-15T02:00'],
    ['forex', '1w', '2024-01-14T22:00Z', '2024-01-14T22:00', '2024-01-19T22:00'],
    // The last evening of the year belongs to the next.
    ['cme-globex', '1M', '2024-12-31T23:30Z', '2024-12-31T23:00', '2025-01-31T22:00'],
    ['cme-globex', '1h', '2024-01-10T21:30Z', '2024-01-10T21:00', '2024-01-10T22:00'],
  ])('of %s lasting %s at %s opens %s and ends %s', (session, timeframe, moment, ...expected) => {
    expect(span(session, timeframe, moment)).toEqual(expected);
  });
});
