import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type InstrumentTerms, instrumentSchema } from '#shared/domain/instrument.ts';
import { SESSIONS } from '#shared/domain/session.ts';
import { dailyBars } from '../../../tests/support/bars.ts';
import { type TempApp, tempApp } from '../../../tests/support/temp-app.ts';

let app: TempApp;
beforeAll(() => {
  app = tempApp({ threads: 1 });
});
afterAll(() => app.remove());

/** What is known of an instrument once its bars were imported with these words. */
function known(terms: InstrumentTerms) {
  const key = { symbol: terms.symbol, timeframe: '1d', source: 'import' } as const;
  const writer = app.market.beginImport({ key, instrument: terms, closeOnly: false });
  writer.append(dailyBars([[1, 1, 1, 1]]));
  app.market.commitImport([writer]);
  return app.market.get(key)?.instrument;
}

describe('an instrument that is stored', () => {
  test('has no session and is traded where nothing was said', () => {
    expect(known({ symbol: 'PLAIN' })).toEqual(instrumentSchema.parse({ symbol: 'PLAIN' }));
    expect(Object.keys(known({ symbol: 'PLAIN' }) ?? {})).not.toContain('session');
  });

  test('keeps its hours and the end of its trading, whatever else is said later', () => {
    const session = SESSIONS['us-equities'];
    expect(known({ symbol: 'GONE', session: 'us-equities', delisted: true })).toMatchObject({
      session,
      delisted: true,
    });
    expect(known({ symbol: 'GONE', tickSize: 0.01 })).toMatchObject({ session, delisted: true, tickSize: 0.01 });
    expect(known({ symbol: 'GONE', delisted: false })).not.toHaveProperty('delisted');
  });

  test('may be traded at any hours', () => {
    const session = { timezone: 'Europe/London', open: '08:00', close: '16:30', days: ['mon', 'fri'] } as const;
    expect(known({ symbol: 'FTSE', session })?.session).toEqual(session);
  });
});
