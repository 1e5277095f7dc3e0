import { describe, expect, test } from 'vitest';
import { SESSIONS } from '#shared/domain/session.ts';
import { instrumentFacts, sessionWords, stepWords } from './instrument-words.ts';

test('a step of 0 is any', () => {
  expect(stepWords(0)).toBe('any');
  expect(stepWords(0.25)).toBe('0.25');
});

describe('hours', () => {
  test.each([
    [undefined, 'Round the clock'],
    [SESSIONS['24x7'], 'Round the clock'],
    [SESSIONS['us-equities'], 'US shares, Mon–Fri 09:30–16:00 New York'],
    [SESSIONS.forex, 'Currencies, Mon–Fri 17:00–17:00 New York'],
    [{ ...SESSIONS.forex, open: '18:00' }, 'Mon–Fri 18:00–17:00 New York'],
    [{ ...SESSIONS.forex, timezone: 'UTC' }, 'Mon–Fri 17:00–17:00 UTC'],
    [{ ...SESSIONS['us-equities'], close: '13:00' }, 'Mon–Fri 09:30–13:00 New York'],
    [{ ...SESSIONS.forex, days: ['mon', 'wed', 'fri'] }, 'Mon, Wed, Fri 17:00–17:00 New York'],
    [{ ...SESSIONS.forex, days: ['sat', 'sun'] }, 'Sat, Sun 17:00–17:00 New York'],
  ] as const)('%j', (session, words) => {
    expect(sessionWords(session)).toBe(words);
  });
});

test('facts say when trading has ended', () => {
  const instrument = { symbol: 'ENRN', quoteCurrency: 'USD', tickSize: 0.01, lotStep: 1, multiplier: 1 };
  const facts = instrumentFacts(instrument);
  expect(facts.map(({ key, value }) => `${key}: ${value}`)).toEqual([
    'Currency: USD',
    'Price step: 0.01',
    'Size step: 1',
    'Multiplier: 1',
    'Hours: Round the clock',
  ]);
  expect(instrumentFacts({ ...instrument, delisted: true }).at(-1)).toEqual({
    key: 'Trading',
    value: 'ended with the last bar',
  });
});
