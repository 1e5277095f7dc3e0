import { describe, expect, test } from 'vitest';
import { SESSIONS, sessionSchema } from './session.ts';

const tokyo = { timezone: 'Asia/Tokyo', open: '09:00', close: '15:30', days: ['mon', 'tue'] };

describe('a session', () => {
  test.each(Object.entries(SESSIONS))('is meant by its name: %s', (name, hours) => {
    expect(sessionSchema.parse(name)).toEqual(hours);
    expect(sessionSchema.parse(hours)).toEqual(hours);
  });

  test('has each of its days once, in the order of the week', () => {
    expect(sessionSchema.parse({ ...tokyo, days: ['sun', 'tue', 'mon', 'tue'] }).days).toEqual(['mon', 'tue', 'sun']);
  });

  test.each([
    ['a name that nobody gave', 'nyse'],
    ['no days', { ...tokyo, days: [] }],
    ['a day of another language', { ...tokyo, days: ['mo'] }],
    ['an hour that no clock shows', { ...tokyo, open: '24:00' }],
    ['a minute that no clock shows', { ...tokyo, close: '15:60' }],
    ['a time that is not of five characters', { ...tokyo, open: '9:00' }],
    ['a zone with a space', { ...tokyo, timezone: 'New York' }],
    ['no zone', { ...tokyo, timezone: '' }],
    ['something else besides', { ...tokyo, lunch: '11:30' }],
  ])('can not have %s', (_, terms) => {
    expect(sessionSchema.safeParse(terms).success).toBe(false);
  });

  test.each(['UTC', 'America/Argentina/Buenos_Aires', 'America/Port-au-Prince', 'Etc/GMT+5'])(
    'may be in the zone %s and last until midnight',
    (timezone) => {
      expect(sessionSchema.parse({ ...tokyo, timezone, close: '24:00' })).toMatchObject({ timezone, close: '24:00' });
    },
  );
});
