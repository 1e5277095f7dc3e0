import { expect, test } from 'vitest';
import type { StrategyTemplate } from '#shared/contract/strategy.ts';
import { fittingTemplates } from './template-search.ts';

const template = (id: string, kind: string, description: string): StrategyTemplate => ({
  id,
  name: id.toUpperCase(),
  kind,
  description,
  fails: 'in crashes',
  data: 'daily bars',
  file: `${id}.ts`,
});
const TREND = template('sma-cross', 'trend', 'Two averages.');
const PAIRS = template('pairs', 'pairs', 'Two symbols.');
const ALL = [TREND, PAIRS];

test.each<[string, string | null, StrategyTemplate[]]>([
  ['', null, ALL],
  ['  ', null, ALL],
  ['two', null, ALL],
  ['SMA', null, [TREND]],
  ['symbols two', null, [PAIRS]],
  ['two averages symbols', null, []],
  ['daily', null, ALL],
  ['', 'pairs', [PAIRS]],
  ['averages', 'pairs', []],
])('%j of kind %j finds them', (typed, kind, found) => {
  expect(fittingTemplates(ALL, typed, kind)).toEqual(found);
});
