import { describe, expect, test } from 'vitest';
import type { LoadedSeries } from '#shared/domain/series.ts';
import type { Timeframe } from '#shared/domain/timeframe.ts';
import { dailyBars, instrument } from '../../../tests/support/bars.ts';
import { refusal } from '../../../tests/support/refusal.ts';
import { pairDirection, ratesOf } from './exchange-rates.ts';

const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 1);

function series(symbol: string, closes: readonly number[], from = 0, timeframe: Timeframe = '1d'): LoadedSeries {
  const bars = dailyBars(
    closes.map((close) => [close, close, close, close]),
    START + from * DAY,
  );
  return {
    key: { symbol, timeframe, source: 'import' },
    instrument: instrument({ symbol }),
    closeOnly: false,
    bars,
    hash: '',
  };
}
const euro = (closes: readonly number[], from = 0): LoadedSeries => ({
  ...series('SHARE', closes, from),
  instrument: instrument({ symbol: 'SHARE', quoteCurrency: 'EUR' }),
});

describe('a pair is told by its name', () => {
  test.each([
    ['EURUSD', 'direct'],
    ['eur-usd', 'direct'],
    ['EURUSD=X', 'direct'],
    ['USDEUR', 'inverse'],
    ['USD_EUR', 'inverse'],
    ['EURGBP', null],
    ['XEURUSD', null],
  ] as const)('%s', (symbol, direction) => {
    expect(pairDirection(symbol, 'EUR', 'USD')).toBe(direction);
  });

  test('whatever the length of the codes', () => {
    expect(pairDirection('USDTUSD', 'USDT', 'USD')).toBe('direct');
  });
});

describe('the rate of a bar', () => {
  const share = euro([1, 1, 1], 2);
  const clock = share.bars.time;

  test('is the last close of the pair before it', () => {
    const rates = ratesOf(share, [series('GBPUSD', [9, 9]), series('EURUSD', [1.1, 1.2, 1.3, 1.4, 1.5])], 'USD', clock);
    expect([...(rates ?? [])]).toEqual([1.2, 1.3, 1.4]);
  });

  test('is one over it where the pair is the other way round', () => {
    const rates = ratesOf(share, [series('USDEUR', [0.5, 0.8, 0.25, 1])], 'USD', clock);
    expect([...(rates ?? [])]).toEqual([1.25, 4, 1]);
  });

  test('isn’t asked for in the account’s own currency', () => {
    expect(ratesOf(share, [], 'EUR', clock)).toBeNull();
  });

  test('must be there, and the error names the pair', async () => {
    const error = await refusal(() => ratesOf(share, [series('EURGBP', [1])], 'USD', clock));
    expect(error).toMatchObject({ kind: 'data', code: 'data.missing-fx' });
    expect(error.message).toBe(
      'SHARE is quoted in EUR and the account is held in USD: the rate of exchange EURUSD is missing.',
    );
    expect(error.hint).toContain('EURUSD or USDEUR');
  });

  test('must be known on every bar of the symbol', async () => {
    const late = await refusal(() => ratesOf(share, [series('EURUSD', [1.1, 1.2], 3)], 'USD', clock));
    expect(late).toMatchObject({ kind: 'data', code: 'data.fx-unknown' });
    expect(late.message).toContain('EURUSD has no close from the ten days before 2024-01-03, where SHARE needs one');
    expect(late.hint).toContain('at 2024-01-05');
    const bad = await refusal(() => ratesOf(share, [series('EURUSD', [1, 1, 0, 1, 1])], 'USD', clock));
    expect(bad.message).toContain('before 2024-01-04');
    expect(
      (await refusal(() => ratesOf(euro([1], 30), [series('EURUSD', [1])], 'USD', euro([1], 30).bars.time))).hint,
    ).toBe('Import EURUSD up to then.');
  });

  test('need not be known where the symbol has no bars', () => {
    const wide = series('X', [1, 1, 1, 1, 1, 1]).bars.time;
    const rates = ratesOf(share, [series('EURUSD', [1.1, 1.2, 1.3, 1.4])], 'USD', wide);
    expect(rates?.[0]).toBeNaN();
    expect([...(rates ?? [])].slice(2, 5)).toEqual([1.2, 1.3, 1.4]);
  });
});
