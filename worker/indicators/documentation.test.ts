import { readFileSync } from 'node:fs';
import * as library from 'technicalindicators';
import { describe, expect, test } from 'vitest';
import { INDICATORS } from './catalogue.ts';
import type { Indicator } from './indicator.ts';

const page = readFileSync(new URL('../../docs/indicators.md', import.meta.url), 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| `ta.'));
const cells = (row: string) => row.split('|').map((cell) => cell.trim());

const INPUTS = { source: ['source'], 'two-sources': ['a', 'b'], bars: ['data'] };

function callOf({ id, inputs, params }: Indicator): string {
  const given = params.map(({ name, default: usual }) => (usual === undefined ? name : `${name} = ${usual}`));
  return `\`ta.${id}(${[...INPUTS[inputs], ...given].join(', ')})\``;
}

/** What a formula such as `2 · (period − 1)` gives. */
function evaluate(formula: string, names: readonly string[], values: readonly number[]): number {
  const code = formula.replaceAll('·', '*').replaceAll('−', '-').replaceAll('max', 'Math.max');
  return new Function(...names, `return ${code}`)(...values);
}

describe('the page of indicators', () => {
  test('lists each one of them and nothing else', () => {
    expect(rows.map((row) => (cells(row)[1] ?? '').replace(/`:.*/, '`'))).toEqual(INDICATORS.map(callOf));
  });

  test.each(INDICATORS.map((indicator) => [indicator.id, indicator] as const))('describes %s', (id, indicator) => {
    const row = rows.find((line) => line.startsWith(`| \`ta.${id}(`)) ?? '';
    const [, , outputs = '', formula = ''] = cells(row);
    if (indicator.outputs.length > 1) expect(outputs).toBe(indicator.outputs.join(', '));
    const names = indicator.params.map(({ name }) => name);
    for (const step of [0, 3, 10]) {
      const params = indicator.params.map(({ min, max = 100 }, k) => Math.min(max, min + step * (k + 1)));
      for (const given of [params, params.toReversed()]) {
        expect(evaluate(formula, names, given)).toBe(indicator.lookback(given));
      }
    }
  });

  test('tells what becomes of each function of technicalindicators', () => {
    const used = ['wema', 'averagegain', 'averageloss', 'heikinashi', 'doji', 'dragonflydoji', 'gravestonedoji'].concat(
      ['bullishmarubozu', 'bearishmarubozu', 'bullishengulfingpattern', 'bearishengulfingpattern', 'bearishharami'],
      [
        'bearishharamicross',
        'darkcloudcover',
        'downsidetasukigap',
        'morningdojistar',
        'eveningdojistar',
        'abandonedbaby',
      ],
    );
    const functions = Object.keys(library).filter((name) => /^[a-z]/.test(name) && !/Config|^get/.test(name));
    expect(functions.length).toBeGreaterThan(60);
    expect(functions.filter((name) => !used.includes(name) && !page.includes(`\`${name}\``))).toEqual([]);
  });
});
