import { describe, expect, test } from 'vitest';
import { SESSIONS } from '#shared/domain/session.ts';
import { refusal } from '../../../tests/support/refusal.ts';
import { sessionFlag } from './session-flag.ts';

describe('--session', () => {
  test('takes names', () => {
    expect(sessionFlag('us-equities')).toEqual(SESSIONS['us-equities']);
  });

  test('takes zone, hours and days', () => {
    expect(sessionFlag('Europe/London, 08:00-16:30, mon-fri')).toEqual({
      timezone: 'Europe/London',
      open: '08:00',
      close: '16:30',
      days: ['mon', 'tue', 'wed', 'thu', 'fri'],
    });
    expect(sessionFlag('Asia/Riyadh,10:00-15:00,sun-thu').days).toEqual(['mon', 'tue', 'wed', 'thu', 'sun']);
    expect(sessionFlag('UTC,00:00-24:00,sat').days).toEqual(['sat']);
    expect(sessionFlag('UTC,00:00-24:00').days).toHaveLength(7);
  });

  test.each(['nyse', 'UTC,9-17', 'UTC,09:00-17:00,someday', 'UTC,09:00-17:00,mon-fri,x', 'constructor'])(
    'does not take %s',
    async (text) => {
      const error = await refusal(() => sessionFlag(text));
      expect(error.message).toBe(`--session ${text}: not understood.`);
      expect(error.hint).toContain('us-equities');
    },
  );

  test('knows which zones there are', async () => {
    expect((await refusal(() => sessionFlag('Mars/Olympus,08:00-16:30'))).code).toBe('usage.unknown-timezone');
  });
});
