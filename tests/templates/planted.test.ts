import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lint } from '#main/lint/lint.ts';
import type { RunSeries } from '#worker/task.ts';
import { bundledSeries } from './bundled-series.ts';
import { PLANTED } from './planted.ts';
import { StrategyRunner } from './strategy-runner.ts';

let runner: StrategyRunner;
let series: RunSeries[];

beforeAll(async () => {
  runner = new StrategyRunner();
  series = await bundledSeries('sp500-2000.csv');
});
afterAll(() => runner.close());

describe.each(PLANTED)('a strategy that $how', ({ lint: rules, proof, source }) => {
  test(rules.length > 0 ? `is found by ${rules.join()}` : 'says nothing to the lint', () => {
    expect([...new Set(lint({ 'main.ts': source }).map(({ rule }) => rule))]).toEqual(rules);
  });

  test(proof === 'refused' ? 'is refused on the first bar' : 'is found by the proof', async () => {
    const { lookAhead } = await runner.proofs(source, series);
    if (proof === 'refused') {
      expect((await (await runner.of(source))(series)).failure?.message).toContain('the future is not readable');
      expect(lookAhead).toEqual({ verdict: 'undecided', reason: 'failed' });
    } else expect(lookAhead.verdict).toBe('found');
  });
});

test('none of more than twelve goes unnoticed', () => {
  expect(PLANTED.length).toBeGreaterThanOrEqual(12);
  expect(PLANTED.filter(({ lint, proof }) => lint.length === 0 && proof !== true)).toEqual([]);
});
