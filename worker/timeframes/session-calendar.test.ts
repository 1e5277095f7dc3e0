import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SESSIONS, type Session, type SessionName } from '#shared/domain/session.ts';
import { refusal } from '../../tests/support/refusal.ts';
import { SessionCalendar } from './session-calendar.ts';

const DAY = 86_400_000;

/** The trading day of a moment: its date, opening and close. */
function dayAt(session: Session, moment: string, calendar = new SessionCalendar(session)): string[] {
  const { date, open, close } = calendar.dayAt(Date.parse(moment));
  return [new Date(date * DAY).toISOString().slice(0, 10), ...[open, close].map(text)];
}

const text = (time: number) => new Date(time).toISOString().slice(0, 16);

describe('a trading day', () => {
  test.each<[SessionName, string, string, string, string]>([
    ['24x7', '2024-01-06T00:00Z', '2024-01-06', '2024-01-06T00:00', '2024-01-07T00:00'],
    ['24x7', '2024-01-06T23:59Z', '2024-01-06', '2024-01-06T00:00', '2024-01-07T00:00'],
    // Winter and summer in New York.
    ['us-equities', '2024-01-10T15:00Z', '2024-01-10', '2024-01-10T14:30', '2024-01-10T21:00'],
    ['us-equities', '2024-07-10T15:00Z', '2024-07-10', '2024-07-10T13:30', '2024-07-10T20:00'],
    // Before the opening, in the last minute, after the close, on the weekend.
    ['us-equities', '2024-01-10T05:00Z', '2024-01-10', '2024-01-10T14:30', '2024-01-10T21:00'],
    ['us-equities', '2024-01-10T20:59Z', '2024-01-10', '2024-01-10T14:30', '2024-01-10T21:00'],
    ['us-equities', '2024-01-10T21:00Z', '2024-01-11', '2024-01-11T14:30', '2024-01-11T21:00'],
    ['us-equities', '2024-01-12T21:00Z', '2024-01-15', '2024-01-15T14:30', '2024-01-15T21:00'],
    // Midnight UTC and midnight of the place both mean the day of their date.
    ['us-equities', '2024-01-15T00:00Z', '2024-01-15', '2024-01-15T14:30', '2024-01-15T21:00'],
    // Sunday evening belongs to Monday; the week clocks change too.
    ['forex', '2024-01-14T22:00Z', '2024-01-15', '2024-01-14T22:00', '2024-01-15T22:00'],
    ['forex', '2024-03-08T22:00Z', '2024-03-11', '2024-03-10T21:00', '2024-03-11T21:00'],
    ['forex', '2024-11-01T21:00Z', '2024-11-04', '2024-11-03T22:00', '2024-11-04T22:00'],
    ['cme-globex', '2024-01-09T22:30Z', '2024-01-10', '2024-01-09T23:00', '2024-01-10T22:00'],
    ['cme-globex', '2024-01-09T21:30Z', '2024-01-09', '2024-01-08T23:00', '2024-01-09T22:00'],
  ])('of %s at %s is %s', (name, moment, ...day) => {
    expect(dayAt(SESSIONS[name], moment)).toEqual(day);
  });

  test('that lasts all day is an hour shorter or longer when clocks change', () => {
    const berlin: Session = { ...SESSIONS['24x7'], timezone: 'Europe/Berlin', close: '00:00' };
    const hours = (moment: string) => {
      const { open, close } = new SessionCalendar(berlin).dayAt(Date.parse(moment));
      return (close - open) / 3_600_000;
    };
    expect(['2024-03-31T12:00Z', '2024-10-27T12:00Z', '2024-10-28T12:00Z'].map(hours)).toEqual([23, 25, 24]);
  });

  test('is the same whatever was asked before', () => {
    const moments = fc.array(fc.integer({ min: -40_000, max: 500_000 }), { minLength: 1, maxLength: 20 });
    const places = fc.constantFrom('UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/New_York');
    const times = fc.constantFrom('00:00', '09:30', '17:00', '23:59');
    const days = fc.constantFrom<Session['days']>(['mon', 'tue', 'wed', 'thu', 'fri'], ['sun'], ['mon', 'sat']);
    const sessions = fc.record({ timezone: places, open: times, close: times, days });
    fc.assert(
      fc.property(sessions, moments, (session, hours) => {
        const calendar = new SessionCalendar(session);
        for (const hour of hours) {
          const time = hour * 3_600_000;
          const day = calendar.dayAt(time);
          expect(new SessionCalendar(session).dayAt(time)).toEqual(day);
          expect(day.open).toBeLessThan(day.close);
          // The first that closes later: the one before it had closed.
          expect(day.close).toBeGreaterThan(time);
          expect(calendar.dayUpTo(day.date - 1).close).toBeLessThanOrEqual(time);
          expect(calendar.dayFrom(day.date)).toEqual(day);
        }
      }),
    );
  });
});

test('a zone that does not exist is refused', async () => {
  const refused = () => new SessionCalendar({ ...SESSIONS.forex, timezone: 'America/Atlantis' });
  expect(await refusal(refused)).toMatchObject({
    kind: 'usage',
    code: 'usage.unknown-timezone',
    message: 'There is no time zone America/Atlantis.',
    hint: expect.stringContaining('America/New_York'),
  });
});
