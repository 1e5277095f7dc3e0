import { expect, test } from 'vitest';
import { type RunDetail, runTermsSchema } from '#shared/contract/run.ts';
import { CASH_ACCOUNT } from '#shared/domain/account.ts';
import { NO_COSTS } from '#shared/domain/costs.ts';
import type { TradedSeries } from '#shared/domain/manifest.ts';
import { termsOfRun } from './terms-of-run.ts';

const HASH = 'a'.repeat(64);
const used = (symbol: string, source = 'import') => ({
  symbol,
  timeframe: '1d' as const,
  source,
  sha256: HASH,
  rows: 10,
  firstTime: 1_000,
  lastTime: 9_000,
});
const traded = (symbol: string, parts: Partial<TradedSeries> = {}): TradedSeries => ({
  ...used(symbol),
  instrument: { symbol, quoteCurrency: 'USD', tickSize: 0, lotStep: 1, multiplier: 1 },
  ...parts,
});
const detail = (data: TradedSeries[], parts: Partial<RunDetail['manifest']> = {}) =>
  ({
    run: { id: 'abc123' },
    manifest: {
      schema: 1,
      engine: 7,
      strategy: { sha256: HASH },
      params: { fast: 12 },
      data,
      cash: 5_000,
      account: CASH_ACCOUNT,
      costs: NO_COSTS,
      semantics: 'tradingview',
      seed: 42,
      ...parts,
    },
  }) as Pick<RunDetail, 'run' | 'manifest'>;

test('a run is asked for again with its own source, data and terms', () => {
  const terms = termsOfRun(detail([traded('A'), traded('B', { firstTime: 500, lastTime: 9_500 })]));
  expect(terms).toEqual({
    strategy: { kind: 'run', run: 'abc123' },
    params: { fast: 12 },
    series: ['A:1d:import', 'B:1d:import'],
    from: 500,
    to: 9_500,
    cash: 5_000,
    costs: NO_COSTS,
    account: CASH_ACCOUNT,
    semantics: 'tradingview',
    seed: 42,
    finer: [],
  });
  expect(runTermsSchema.safeParse(terms).success).toBe(true);
});

test('what else it read is read again', () => {
  const data = [
    traded('A', {
      finer: { ...used('A'), timeframe: '1h' },
      spread: used('A', 'quotes'),
      actions: [{ kind: 'split', time: 2_000, ratio: 2 }],
    }),
    traded('B', { funding: used('B', 'funding') }),
  ];
  expect(termsOfRun(detail(data, { fx: [used('EURUSD')] }))).toMatchObject({
    finer: ['A:1h:import'],
    spreads: { A: 'A:1d:quotes' },
    funding: { B: 'B:1d:funding' },
    actions: { A: [{ kind: 'split', time: 2_000, ratio: 2 }] },
    fx: ['EURUSD:1d:import'],
  });
});

test('with other parameters it is another run', () => {
  expect(termsOfRun(detail([traded('A')]), { fast: 20 }).params).toEqual({ fast: 20 });
});
