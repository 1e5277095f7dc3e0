import { describe, expect, it } from 'vitest';
import { type ErrorDetail, HindcastError } from '#shared/domain/errors.ts';
import type { SeriesKey, SeriesSummary } from '#shared/domain/series.ts';
import { selectSeries } from './select-series.ts';
import { selectorOf } from './selector.ts';

function series(symbol: string, timeframe: SeriesKey['timeframe'], source = 'import'): SeriesSummary {
  const instrument = { symbol, quoteCurrency: 'USD', tickSize: 0, lotStep: 1, multiplier: 1 };
  const [firstTime, lastTime] = [Date.UTC(2020, 0, 31), Date.UTC(2020, 1, 28, 14, 30)];
  return {
    ...{ id: 1, symbol, timeframe, source, rows: 20, firstTime, lastTime, hash: '', closeOnly: false },
    ...{ instrument, updatedAt: 0 },
  };
}

const stored = [
  series('AAPL', '1d'),
  series('AAPL', '1d', 'file'),
  series('AAPL', '1m'),
  series('AAPL', '1M'),
  series('MSFT', '1d'),
];

function refusal(selector: string, among: readonly SeriesSummary[] = stored): ErrorDetail {
  try {
    selectSeries(selector, among);
  } catch (error) {
    if (error instanceof HindcastError) return error.detail;
  }
  throw new Error('it was not refused');
}

describe('selectSeries', () => {
  it.each([
    ['MSFT', 'MSFT:1d:import'],
    ['msft', 'MSFT:1d:import'],
    [' Msft:1D ', 'MSFT:1d:import'],
    ['AAPL:1m', 'AAPL:1m:import'],
    ['AAPL:1M', 'AAPL:1M:import'],
    ['aapl:1d:FILE', 'AAPL:1d:file'],
  ])('%s is %s', (selector, name) => {
    expect(selectorOf(selectSeries(selector, stored))).toBe(name);
  });

  it('lists the candidates when a selector names several', () => {
    const { kind, code, message, hint, lines } = refusal('aapl:1d');
    expect({ kind, code }).toEqual({ kind: 'data', code: 'data.ambiguous-series' });
    expect(message).toBe('"aapl:1d" names 2 series.');
    expect(hint).toContain('AAPL:1d:import');
    expect(lines).toEqual([
      'AAPL:1d:import  20 bars, 2020-01-31 to 2020-02-28T14:30:00Z',
      'AAPL:1d:file  20 bars, 2020-01-31 to 2020-02-28T14:30:00Z',
    ]);
  });

  it('guesses a mistyped symbol and lists what there is', () => {
    const { kind, code, hint, lines } = refusal('MSTF:1d');
    expect({ kind, code, hint }).toEqual({ kind: 'data', code: 'data.no-such-series', hint: 'Did you mean MSFT?' });
    expect(lines).toHaveLength(5);
    expect(refusal('TSLA').hint).toMatch(/import/i);
  });

  it('lists the other series of a symbol that has not this one', () => {
    const { hint, lines } = refusal('msft:1h');
    expect(hint).toBe('Did you mean MSFT:1d:import?');
    expect(lines).toHaveLength(1);
    expect(refusal('MSFT:1d:vendor').hint).toBe('Did you mean MSFT:1d:import?');
  });

  it('says how to begin when there is nothing, and cuts a long list', () => {
    expect(refusal('AAPL', []).hint).toMatch(/import/i);
    const many = Array.from({ length: 25 }, (_, i) => series(`S${i}`, '1d'));
    expect(refusal('AAPL', many).lines).toHaveLength(21);
    expect(refusal('AAPL', many).lines?.at(-1)).toBe('… and 5 more');
  });
});
