import { describe, expect, test } from 'vitest';
import type { TradedSeries, UsedSeries } from '#shared/domain/manifest.ts';
import { SESSIONS } from '#shared/domain/session.ts';
import { manifest, usedSeries } from '../../run-diff.fixture.ts';
import { otherData } from './other-data.ts';

const used = (symbol: string): UsedSeries => ({
  symbol,
  timeframe: '1m',
  source: 'import',
  sha256: 'a'.repeat(64),
  rows: 1_234,
  firstTime: Date.UTC(2020, 0, 1),
  lastTime: Date.UTC(2020, 0, 2),
});

function shown(traded: Partial<TradedSeries>, fx?: UsedSeries[]): string | undefined {
  const data = [{ ...usedSeries(), symbol: 'X', ...traded }];
  return otherData({ manifest: { ...manifest({ data }), ...(fx && { fx }) } })?.markup;
}

describe('what a run read beside its bars', () => {
  test('is not mentioned when there was nothing', () => {
    expect(shown({})).toBeUndefined();
  });

  test('is listed with what it was for, and its hash', () => {
    const text = shown({ finer: used('X'), spread: used('WIDTH'), funding: used('RATE') }, [used('EURUSD')]);
    for (const row of [
      'Rate of exchange</th><td>EURUSD',
      'Inside the bars of X</th><td>X<',
      'Spread of X</th><td>WIDTH',
    ]) {
      expect(text).toContain(row);
    }
    expect(text).toContain('Funding of X</th><td>RATE</td><td>1m</td><td>import</td><td class="number">1,234</td>');
    expect(text).toContain('a'.repeat(64));
  });

  test('tells of hours, splits, dividends and the end of trading in a sentence', () => {
    const text = shown({
      instrument: {
        symbol: 'X',
        quoteCurrency: 'USD',
        tickSize: 0,
        lotStep: 1,
        multiplier: 1,
        session: SESSIONS['us-equities'],
      },
      actions: [
        { kind: 'split', time: 0, ratio: 2 },
        { kind: 'dividend', time: 1, amount: 1 },
        { kind: 'dividend', time: 2, amount: 1 },
      ],
      delisted: true,
    });
    expect(text).toContain(
      'X is traded 09:30 to 16:00, mon to fri, America/New_York; was split 1 time; paid 2 dividends; is no longer traded after its last bar.',
    );
    expect(text).not.toContain('<table');
  });
});
