import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lint } from '#main/lint/lint.ts';
import { typeCheckStrategy } from '#main/strategies/type-check.ts';
import { bundledSeries } from './bundled-series.ts';
import { StrategyRunner } from './strategy-runner.ts';

const text = readFileSync(new URL('../../docs/porting.md', import.meta.url), 'utf8');
const snippets = [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, source = '']) => source);
const named = snippets.map((source) => [/name: '([^']+)'/.exec(source)?.[1] ?? '', source] as const);

let runner: StrategyRunner;
beforeAll(() => {
  runner = new StrategyRunner();
});
afterAll(() => runner.close());

test('each section has the others beside ours', () => {
  const sections = text.split('\n## ').filter((section) => section.includes('```ts'));
  expect(sections.length).toBeGreaterThanOrEqual(5);
  for (const section of sections)
    for (const tool of ['pine', 'python', 'mql5']) expect(section).toContain(`\`\`\`${tool}\n`);
});

describe.each(named)('%s', (_, source) => {
  test('has sound types', () => {
    expect(typeCheckStrategy(source, 'main.ts')).toEqual([]);
  });

  test('has nothing for the lint', () => {
    expect(lint({ 'main.ts': source })).toEqual([]);
  });

  test('trades', async () => {
    const result = await (await runner.of(source))(await bundledSeries('sp500-2000.csv'));
    expect(result.failure).toBeNull();
    expect(result.trades.qty.length).toBeGreaterThan(5);
  });
});

test('the two forms of one strategy give the same trades', async () => {
  const [onBar = '', signals = ''] = ['SMA cross', 'SMA signals'].map(
    (name) => named.find(([one]) => one === name)?.[1],
  );
  const series = await bundledSeries('sp500-2000.csv');
  const [a, b] = await Promise.all([onBar, signals].map(async (source) => (await runner.of(source))(series)));
  expect(b?.trades).toEqual(a?.trades);
});
