import { describe, expect, test } from 'vitest';
import type { WrittenParam } from '#shared/contract/strategies.ts';
import { EMPTY_FORM } from '../../runs/new-run/run-form.ts';
import { choiceProblem, declaredParams, deskTerms, literalOf, withKnownSeries } from './desk-terms.ts';

const CHOICE = { series: ['SPY:1d:import'], from: '2001-02-03', to: '' };
const LAST = { ...EMPTY_FORM, cash: 5_000, series: ['OLD:1d:import'], from: '1999-01-01', strategy: 'sma-cross' };

const written = (change: Partial<WrittenParam>): WrittenParam => ({
  name: 'fast',
  kind: 'int',
  default: 10,
  min: null,
  max: null,
  step: null,
  label: null,
  options: null,
  file: 'main.ts',
  line: 1,
  column: 1,
  literal: null,
  ...change,
});

describe('the terms of a run at the desk', () => {
  test('are those of the last new run, with the text, the choice and the moved sliders', () => {
    const declared = declaredParams([written({}), written({ name: 'slow', default: 30 })]);
    const terms = deskTerms('0123456789', { 'main.ts': 'x' }, CHOICE, declared, { fast: 12, slow: 30 }, LAST);
    expect(terms).toMatchObject({
      strategy: { kind: 'files', strategy: '0123456789', files: { 'main.ts': 'x' } },
      params: { fast: 12 },
      series: ['SPY:1d:import'],
      from: Date.UTC(2001, 1, 3),
      cash: 5_000,
    });
    expect(terms).not.toHaveProperty('to');
    expect(terms?.params).not.toHaveProperty('slow');
  });

  test('are none where the choice says no day', () => {
    const wrong = { ...CHOICE, to: 'tomorrow' };
    expect(deskTerms('0123456789', {}, wrong, [], {}, LAST)).toBeNull();
    expect(choiceProblem(wrong, LAST)).toMatch(/2010-05-31/);
    expect(choiceProblem({ ...CHOICE, series: [] }, LAST)).toMatch(/series/);
    expect(choiceProblem(CHOICE, LAST)).toBeNull();
  });

  test('are of series that are there', () => {
    expect(withKnownSeries({ ...CHOICE, series: ['A', 'B'] }, ['B', 'C'], LAST).series).toEqual(['B']);
    const gone = { ...CHOICE, series: ['A'] };
    expect(withKnownSeries(gone, ['B', 'C'], LAST)).toEqual({ ...CHOICE, series: ['B'] });
    expect(withKnownSeries(gone, ['B', 'OLD:1d:import'], LAST).series).toEqual(['OLD:1d:import']);
    expect(withKnownSeries(CHOICE, [], LAST).series).toEqual([]);
  });
});

describe('parameters in a text', () => {
  test('can be moved where their value is a literal, within the bounds that are written', () => {
    const found = declaredParams([
      written({ min: 2, max: 40, step: 2, label: 'Fast' }),
      written({ name: 'computed', default: null }),
      written({ name: 'ratio', kind: 'number', default: 0.5 }),
      written({ name: 'long', kind: 'bool', default: true }),
      written({ name: 'wrong', kind: 'bool', default: 1 }),
      written({ name: 'mode', kind: 'choice', default: 'a', options: ['a', 'b'] }),
      written({ name: 'open', kind: 'choice', default: 'a', options: null }),
    ]);
    expect(found).toEqual([
      { name: 'fast', kind: 'int', default: 10, min: 2, max: 40, step: 2, label: 'Fast' },
      { name: 'ratio', kind: 'number', default: 0.5 },
      { name: 'long', kind: 'bool', default: true },
      { name: 'mode', kind: 'choice', default: 'a', options: ['a', 'b'] },
    ]);
  });

  test.each([
    [12, '10', '12'],
    [-0.5, '1', '-0.5'],
    [true, 'false', 'true'],
    ['b', "'a'", "'b'"],
    ['b', '"a"', '"b"'],
    ["it's", "'a'", "'it\\'s'"],
    ['a\\b', '"a"', '"a\\\\b"'],
  ])('%j is written in place of %s as %s', (value, before, after) => {
    expect(literalOf(value, before)).toBe(after);
  });
});
