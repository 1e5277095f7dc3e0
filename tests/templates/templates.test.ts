import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { typeCheckStrategy } from '#main/strategies/type-check.ts';
import { StrategyRunner } from './strategy-runner.ts';
import { seriesFor, type Template, templates } from './template.ts';

const all = templates();
let runner: StrategyRunner;
let other: StrategyRunner;

beforeAll(() => {
  runner = new StrategyRunner();
  other = new StrategyRunner();
});
afterAll(() => Promise.all([runner.close(), other.close()]));

test('there are more than twenty, of every kind', () => {
  expect(all.length).toBeGreaterThanOrEqual(20);
  expect([...new Set(all.map(({ kind }) => kind))].sort()).toEqual([
    'breakout',
    'ensemble',
    'grid',
    'intraday',
    'mean reversion',
    'multi-timeframe',
    'pairs',
    'rebalancing',
    'rotation',
    'seasonality',
    'trend',
    'volatility targeting',
  ]);
  expect(new Set(all.map(({ title }) => title)).size).toBe(all.length);
});

describe.each(all)('$id', (template: Template) => {
  test('says what it does and when it fails, and is short', () => {
    for (const paragraph of [template.idea, template.fails])
      expect(paragraph.split(/[.:]\s/).length).toBeGreaterThan(1);
    expect(template.source.split('\n').length).toBeLessThan(75);
  });

  test('has sound types', () => {
    expect(typeCheckStrategy(template.source, `${template.id}.ts`)).toEqual([]);
  });

  test('can be swept: each parameter has bounds and a step that its default fits into', async () => {
    const params = Object.entries(await runner.params(template.source));
    expect(params.length).toBeGreaterThan(0);
    for (const [name, param] of params) {
      if (param.kind !== 'int' && param.kind !== 'number') throw new Error(`${name} is no number`);
      const { min = Number.NaN, max = Number.NaN, step = Number.NaN, label } = param;
      expect(param.default).toBeGreaterThanOrEqual(min);
      expect(param.default).toBeLessThanOrEqual(max);
      expect(step).toBeGreaterThan(0);
      expect(step).toBeLessThanOrEqual(max - min);
      expect(label).toMatch(/^[A-Z]/);
    }
  });

  test('trades on its data, and gives the same again', async () => {
    const series = await seriesFor(template);
    const result = await (await runner.of(template.source))(series);
    expect(result.failure).toBeNull();
    expect(result.trades.qty.length).toBeGreaterThan(5);
    const again = await (await other.of(template.source))(series);
    expect(again.resultHash).toBe(result.resultHash);
  });

  test('shows no look-ahead, and trades the same with less history before', async () => {
    const { lookAhead, warmUp } = await runner.proofs(template.source, await seriesFor(template));
    expect(lookAhead).toMatchObject({ verdict: 'clean' });
    expect(warmUp).toEqual({ verdict: 'clean', starts: 4 });
  });
});
