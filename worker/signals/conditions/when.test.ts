import { describe, expect, test } from 'vitest';
import type { Condition, ConditionBuilder } from '#shared/strategy-api/signals.ts';
import type { ModuleScope } from '../../strategy/module.ts';
import { ColumnSeries, Cursor } from '../../strategy/series.ts';
import { expressionOf, isCondition, type StrategyCondition } from './condition.ts';
import { isTrueAt, seriesOf } from './expression.ts';
import { bindConditions } from './when.ts';

const ROWS = 5;
const cursor = new Cursor(Float64Array.from({ length: ROWS }, (_, row) => row));
const series = (...values: number[]) => new ColumnSeries(Float64Array.from(values), cursor);
const scope: ModuleScope = { first: { cursor, rows: ROWS } };
const when = bindConditions(scope);

const rising = series(1, 2, 3, 4, 5);
const flat = series(3, 3, 3, 3, 3);
const rowsOf = (condition: Condition) => {
  const expression = expressionOf(condition as StrategyCondition);
  return Array.from({ length: ROWS }, (_, row) => row).filter((row) => isTrueAt(expression, row));
};

describe('a condition is true', () => {
  test.each([
    ['above a series', when.above(rising, flat), [3, 4]],
    ['below a series', when.below(rising, flat), [0, 1]],
    ['above a number', when.above(rising, 4), [4]],
    ['below a number', when.below(rising, 2), [0]],
    ['on crossing over, not on the tie before', when.crossOver(rising, flat), [3]],
    ['on crossing under, not on the tie before', when.crossUnder(flat, rising), [3]],
    ['on crossing a number', when.crossOver(rising, 1.5), [1]],
    ['where both are', when.above(rising, 2).and(when.below(rising, 5)), [2, 3]],
    ['where one is', when.above(rising, 4).or(when.below(rising, 2)), [0, 4]],
    ['where another is not', when.above(rising, 2).not(), [0, 1]],
    ['where the strategy says so', when.condition([true, false, false, true, false]), [0, 3]],
    ['nowhere beside the unknown', when.above(series(Number.NaN, 9, Number.NaN, 9, 9), 1), [1, 3, 4]],
    ['on no crossing out of the unknown', when.crossOver(series(Number.NaN, 9, 0, 9, 9), 1), [3]],
  ])('%s', (_, condition, rows) => {
    expect(rowsOf(condition)).toEqual(rows);
  });

  test('and names every series that it compares', () => {
    const condition = when.above(rising, flat).and(
      when
        .crossOver(flat, 2)
        .not()
        .or(when.condition([true, true, true, true, true])),
    );
    expect(seriesOf(expressionOf(condition as StrategyCondition))).toEqual([rising, flat, flat]);
  });
});

describe('when', () => {
  test('takes series of the symbol that is traded, or with its times', () => {
    const twin = new ColumnSeries(Float64Array.of(0, 0, 9, 9, 9), new Cursor(cursor.time.slice()));
    expect(rowsOf(when.above(twin, rising))).toEqual([2, 3, 4]);
    const other = new ColumnSeries(Float64Array.of(1, 2), new Cursor(Float64Array.of(1, 2)));
    expect(() => when.above(other, 1)).toThrow('when.above: a series has bars at other times');
    expect(() => when.crossUnder(rising, other)).toThrow('when.crossUnder: a series has bars at other times');
  });

  const wrong = when as unknown as Record<keyof ConditionBuilder, (...args: unknown[]) => unknown>;
  test.each([
    ['a number on the left', () => wrong.above(1, rising), 'when.above compares a series'],
    ['a text on the right', () => wrong.crossOver(rising, '3'), 'compares a series with a series or a number'],
    ['a forged series', () => wrong.below(Object.create(rising), 1), 'when.below compares a series'],
    ['too few values', () => wrong.condition([true]), 'true or false for each of the 5 bars'],
    ['no list', () => wrong.condition({ length: 5 }), 'true or false for each of the 5 bars'],
  ])('refuses %s', (_, call, message) => {
    expect(call).toThrow(message);
  });

  test('takes nothing but true for true', () => {
    expect(rowsOf(wrong.condition([1, 'x', true, null, false]) as Condition)).toEqual([2]);
  });

  test('works only where the bars are', () => {
    expect(() => bindConditions({ first: null }).above(rising, 1)).toThrow('when works in signals');
    expect(() => bindConditions({ first: null }).condition([])).toThrow('when works in signals');
  });
});

describe('a condition in the hands of a strategy', () => {
  const condition = when.above(rising, flat);

  test('shows nothing and can not be changed', () => {
    expect(Reflect.ownKeys(condition)).toEqual([]);
    expect(Object.isFrozen(condition)).toBe(true);
    const prototype = Object.getPrototypeOf(condition);
    expect(Object.isFrozen(prototype)).toBe(true);
    expect(Object.hasOwn(prototype, 'constructor')).toBe(false);
    for (const name of ['and', 'or', 'not']) expect(Object.isFrozen(prototype[name])).toBe(true);
  });

  test('is known by what it is, not by its looks', () => {
    expect(isCondition(condition)).toBe(true);
    for (const forged of [Object.create(condition), { ...condition }, {}, null, undefined, true]) {
      expect(isCondition(forged)).toBe(false);
      expect(() => condition.and(forged as Condition)).toThrow('condition.and: the other one is a condition too');
    }
    expect(() => condition.or(true as unknown as Condition)).toThrow('condition.or');
    expect(() => condition.not.call({} as Condition)).toThrow(TypeError);
  });

  test('has an end', () => {
    let doubled: Condition = condition;
    expect(() => {
      for (let i = 0; i < 20; i++) doubled = doubled.and(doubled);
    }).toThrow('at most 1000 parts');
    let deep: Condition = condition;
    expect(() => {
      for (let i = 0; i < 2_000; i++) deep = deep.not();
    }).toThrow('at most 1000 parts');
  });
});
