import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Axis, type Constraint, Levels } from './search-space.ts';

const range = (name: string, min: number, max: number, step: number): Axis => ({ kind: 'range', name, min, max, step });
const spaceOf = (axes: Axis[], constraints: Constraint[] = []) => new Levels({ axes, constraints });

describe('the levels of a search space', () => {
  it('are the values of a range, its end included', () => {
    expect(spaceOf([range('x', 0.1, 0.3, 0.1)]).values).toEqual([[0.1, 0.2, 0.3]]);
    expect(spaceOf([range('x', 2, 9, 3)]).values).toEqual([[2, 5, 8]]);
    expect(spaceOf([range('x', 4, 4, 1)]).values).toEqual([[4]]);
  });

  it('are multiples of one another', () => {
    const log: Axis = { kind: 'log', name: 'x', min: 1, max: 100, count: 3, whole: false };
    expect(spaceOf([log]).values).toEqual([[1, 10, 100]]);
    expect(spaceOf([{ ...log, max: 4, count: 9, whole: true }]).values).toEqual([[1, 2, 3, 4]]);
  });

  it('are ordered where they are numbers', () => {
    const choice: Axis = { kind: 'values', name: 'ma', values: ['sma', 'ema'] };
    expect(spaceOf([range('x', 1, 2, 1), choice]).isOrdered).toEqual([true, false]);
  });

  it('are counted, the last axis changing fastest', () => {
    const space = spaceOf([range('fast', 1, 3, 1), { kind: 'values', name: 'isLong', values: [true, false] }]);
    expect(space.size).toBe(6);
    expect(space.paramsAt(space.placeOf(0))).toEqual({ fast: 1, isLong: true });
    expect(space.paramsAt(space.placeOf(1))).toEqual({ fast: 1, isLong: false });
    expect(space.paramsAt(space.placeOf(5))).toEqual({ fast: 3, isLong: false });
  });

  it('have a number each', () => {
    const space = spaceOf([range('a', 1, 4, 1), range('b', 1, 7, 1), range('c', 1, 3, 1)]);
    fc.assert(fc.property(fc.nat(space.size - 1), (index) => space.indexOf(space.placeOf(index)) === index));
  });

  it('are ruled out by constraints', () => {
    const axes = [range('fast', 1, 4, 1), range('slow', 1, 4, 1)];
    const places = (sign: Constraint['sign'], right: string | number) =>
      spaceOf(axes, [{ left: 'fast', sign, right }]).count().places;
    expect(places('<', 'slow')).toBe(6);
    expect(places('<=', 'slow')).toBe(10);
    expect(places('>', 'slow')).toBe(6);
    expect(places('>=', 3)).toBe(8);
    expect(places('!=', 'slow')).toBe(12);
    expect(spaceOf(axes).count()).toEqual({ places: 16, isExact: true });
    const huge = [range('fast', 1, 2_000, 1), range('slow', 1, 2_000, 1)];
    expect(spaceOf(huge, [{ left: 'fast', sign: '<', right: 'slow' }]).count()).toEqual({
      places: 4_000_000,
      isExact: false,
    });
  });

  it('say what is wrong', () => {
    expect(() => spaceOf([range('x', 3, 2, 1)])).toThrow('ends at 2, before it begins at 3');
    expect(() => spaceOf([range('x', 1, 2, 0)])).toThrow('step of x');
    expect(() => spaceOf([range('x', 0, 1, 1e-6)])).toThrow('1000001 values');
    expect(() => spaceOf([range('x', 1, 2, 1), range('x', 1, 2, 1)])).toThrow('x is searched twice');
    expect(() => spaceOf([{ kind: 'values', name: 'x', values: [] }])).toThrow('no values');
    expect(() => spaceOf([{ kind: 'values', name: 'x', values: [1, 1] }])).toThrow('a value twice');
    expect(() => spaceOf([range('x', 1, 2, 1)], [{ left: 'x', sign: '<', right: 'y' }])).toThrow('names y');
    const log: Axis = { kind: 'log', name: 'x', min: 0, max: 100, count: 3, whole: false };
    expect(() => spaceOf([log])).toThrow('begin above 0');
    expect(() => spaceOf([{ ...log, min: 1, count: 1 }])).toThrow('2 to 10000');
  });
});
