import { describe, expect, test } from 'vitest';
import { CASH_ACCOUNT } from './account.ts';
import { canonicalJson, type Json } from './canonical-json.ts';
import { NO_COSTS } from './costs.ts';
import { manifestSchema } from './manifest.ts';
import { SESSIONS } from './session.ts';

const USED = { timeframe: '1d', source: 'import', sha256: 'a'.repeat(64), rows: 3, firstTime: 0, lastTime: 2 } as const;

function manifest(data: object = {}, others: object = {}) {
  return {
    schema: 1,
    engine: 2,
    strategy: { sha256: 'b'.repeat(64) },
    params: { fast: 10 },
    data: [
      {
        symbol: 'A',
        ...USED,
        instrument: { symbol: 'A', quoteCurrency: 'USD', tickSize: 0, lotStep: 1, multiplier: 1 },
        ...data,
      },
    ],
    cash: 10_000,
    account: CASH_ACCOUNT,
    costs: NO_COSTS,
    semantics: 'hindcast-1',
    seed: 0,
    ...others,
  };
}

describe('a manifest', () => {
  test.each([
    ['without anything new', manifest()],
    [
      'with all that a run can read',
      manifest(
        {
          delisted: true,
          actions: [{ kind: 'split', time: 1, ratio: 2 }],
          finer: { symbol: 'A', ...USED, timeframe: '1h' },
          spread: { symbol: 'S', ...USED },
          funding: { symbol: 'F', ...USED },
          instrument: { ...manifest().data[0]?.instrument, session: SESSIONS['us-equities'], delisted: true },
        },
        { fx: [{ symbol: 'EURUSD', ...USED }] },
      ),
    ],
  ])('%s reads back as it was written, so that its id stays', (_, written) => {
    const text = canonicalJson(written as unknown as Json);
    expect(canonicalJson(manifestSchema.parse(JSON.parse(text)))).toBe(text);
  });

  test('knows no other keys', () => {
    expect(manifestSchema.safeParse(manifest({ depth: 1 })).success).toBe(false);
    expect(manifestSchema.safeParse(manifest({ actions: [] })).success).toBe(false);
  });
});
