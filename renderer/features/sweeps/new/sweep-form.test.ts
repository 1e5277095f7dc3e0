import { describe, expect, test } from 'vitest';
import type { StrategyParam } from '#shared/contract/strategies.ts';
import { type AxisForm, formAround, hasProblems, problemsOf, type SweepForm, searchOf } from './sweep-form.ts';

const PARAMS: StrategyParam[] = [
  { name: 'fast', kind: 'int', default: 10, min: 2, max: 18 },
  { name: 'isLong', kind: 'bool', default: true },
  { name: 'stop', kind: 'number', default: 2, step: 0.25 },
  { name: 'slow', kind: 'int', default: 50 },
];
const FORM = formAround(PARAMS, { fast: 12 });

const axis = (parts: Partial<AxisForm>, place = 0): SweepForm => ({
  ...FORM,
  axes: FORM.axes.map((one, index) => (index === place ? { ...one, ...parts } : one)),
});

describe('a form around a run', () => {
  test('searches the first two numbers, within bounds and on steps', () => {
    expect(FORM.axes).toMatchObject([
      { name: 'fast', isWhole: true, isSearched: true, from: 6, to: 18, step: 2 },
      { name: 'stop', isWhole: false, isSearched: true, from: 1, to: 4, step: 0.5 },
      { name: 'slow', isSearched: false, from: 25, to: 100, step: 11 },
    ]);
    expect(hasProblems(problemsOf(FORM, PARAMS))).toBe(false);
  });

  test('has values around zero, too', () => {
    const [around] = formAround([{ name: 'x', kind: 'number', default: 0 }], {}).axes;
    expect(around).toMatchObject({ from: -0.05, to: 0.1, step: 0.02 });
  });
});

test('is what is asked for', () => {
  expect(searchOf({ ...FORM, conditions: 'fast > stop' })).toEqual({
    space: {
      axes: [
        { kind: 'range', name: 'fast', min: 6, max: 18, step: 2 },
        { kind: 'range', name: 'stop', min: 1, max: 4, step: 0.5 },
      ],
      constraints: [{ left: 'fast', sign: '>', right: 'stop' }],
    },
    method: 'grid',
    objectives: [{ metric: 'sharpe', goal: 'maximum' }],
  });
  expect(searchOf({ ...axis({ spread: 'log', count: 3 }), method: 'random', budget: 20 })).toMatchObject({
    space: { axes: [{ kind: 'log', name: 'fast', min: 6, max: 18, count: 3, whole: true }, {}] },
    budget: 20,
  });
  expect(searchOf({ ...FORM, conditions: 'fast' })).toBeNull();
  expect(searchOf(axis({ step: 0 }))).toBeNull();
});

describe('what is wrong is named where it is put right', () => {
  test.each([
    [{ from: null }, 'Fill in all three numbers.'],
    [{ from: 1 }, 'The strategy takes no value below 2.'],
    [{ to: 19 }, 'The strategy takes no value above 18.'],
    [{ step: 1.5 }, 'Only whole numbers are taken.'],
    [{ step: 0 }, 'The step of fast must be above 0.'],
    [{ spread: 'log', count: 1 }, 'The range of fast takes 2 to 10000 values.'],
  ] as const)('%o', (parts, problem) => {
    expect(problemsOf(axis(parts), PARAMS)).toEqual({ axes: { fast: problem } });
  });

  test('what isn’t searched may be as it likes', () => {
    expect(problemsOf(axis({ isSearched: false, from: null }), PARAMS)).toEqual({ axes: {} });
  });

  test('something is searched', () => {
    const nothing = { ...FORM, axes: FORM.axes.map((one) => ({ ...one, isSearched: false })) };
    expect(problemsOf(nothing, PARAMS)).toEqual({ axes: {}, form: 'Choose at least one parameter to search.' });
  });

  test('conditions are about what is searched', () => {
    expect(problemsOf({ ...FORM, conditions: 'fast <' }, PARAMS).conditions).toMatch('Write them as');
    expect(problemsOf({ ...FORM, conditions: 'fast < slow' }, PARAMS).conditions).toMatch('names slow');
  });

  test.each([
    [null, 'tpe', '1 to 10,000 runs.'],
    [0, 'random', '1 to 1,000,000 runs.'],
    [10_001, 'tpe', '1 to 10,000 runs.'],
    [10_000, 'tpe', undefined],
    [null, 'grid', undefined],
  ] as const)('a budget of %s for %s', (budget, method, problem) => {
    expect(problemsOf({ ...FORM, budget, method }, PARAMS).budget).toBe(problem);
  });
});
