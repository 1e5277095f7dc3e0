import { describe, expect, it } from 'vitest';
import { HindcastError } from '#shared/domain/errors.ts';
import { axisFlag, objectiveFlag, requireFlag, whereFlag } from './sweep-flags.ts';

const refused = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof HindcastError) return error.detail.code;
  }
  return null;
};

describe('--axis', () => {
  it.each([
    ['fast=2:40:2', { kind: 'range', name: 'fast', min: 2, max: 40, step: 2 }],
    ['fast = 2 : 40', { kind: 'range', name: 'fast', min: 2, max: 40, step: 1 }],
    ['size=0.1:1:0.1', { kind: 'range', name: 'size', min: 0.1, max: 1, step: 0.1 }],
    ['fast=1:100:log9', { kind: 'log', name: 'fast', min: 1, max: 100, count: 9, whole: true }],
    ['size=0.5:2:log3', { kind: 'log', name: 'size', min: 0.5, max: 2, count: 3, whole: false }],
    ['mode=slow, fast', { kind: 'values', name: 'mode', values: ['slow', 'fast'] }],
    ['fast=7', { kind: 'values', name: 'fast', values: ['7'] }],
  ])('reads %s', (text, axis) => {
    expect(axisFlag(text)).toEqual(axis);
  });
  it.each(['fast', '=2:3', 'fast=2:', 'fast=a:b', 'fast=1:2:3:4', 'fast=1:2:log', 'fast=1:9:x'])(
    'refuses %s',
    (text) => {
      expect(refused(() => axisFlag(text))).toBe('usage.flag-value');
    },
  );
});

describe('--where', () => {
  it.each([
    ['fast<slow', { left: 'fast', sign: '<', right: 'slow' }],
    [' fast >= 5.5 ', { left: 'fast', sign: '>=', right: 5.5 }],
    ['a!=b', { left: 'a', sign: '!=', right: 'b' }],
    ['a<=-1', { left: 'a', sign: '<=', right: -1 }],
  ])('reads %s', (text, constraint) => {
    expect(whereFlag(text)).toEqual(constraint);
  });
  it.each(['fast', 'a=b', 'a<', '<b', 'a<b<c', 'a=<b'])('refuses %s', (text) => {
    expect(refused(() => whereFlag(text))).toBe('usage.flag-value');
  });
});

describe('--metric', () => {
  it('takes the most, or the least where it says so', () => {
    expect(objectiveFlag('sharpe')).toEqual({ metric: 'sharpe', goal: 'maximum' });
    expect(objectiveFlag('trades:max')).toEqual({ metric: 'trades', goal: 'maximum' });
    expect(objectiveFlag('volatility:min')).toEqual({ metric: 'volatility', goal: 'minimum' });
  });
  it.each(['', 'sharp', 'sharpe:least'])('refuses %s', (text) => {
    expect(refused(() => objectiveFlag(text))).toBe('usage.flag-value');
  });
});

describe('--require', () => {
  it.each([
    ['sharpe>1', 1.1, 1],
    ['sharpe >= 1', 1, 0.99],
    ['volatility<0.2', 0.19, 0.2],
    ['maxDrawdown<=-0.2', -0.2, -0.1],
  ])('%s is met by %d, not by %d', (text, met, unmet) => {
    const { isMet } = requireFlag(text);
    expect([isMet(met), isMet(unmet), isMet(Number.NaN)]).toEqual([true, false, false]);
  });
  it.each(['sharpe', 'sharp>1', 'sharpe>x', 'sharpe=1', 'sharpe>'])('refuses %s', (text) => {
    expect(refused(() => requireFlag(text))).toBe('usage.flag-value');
  });
});
