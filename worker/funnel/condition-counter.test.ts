import { expect, test } from 'vitest';
import { ConditionCounter } from './condition-counter.ts';

test('counts each condition once a bar, and hands its value on', () => {
  let bar = 0;
  const counter = new ConditionCounter(3, () => bar);
  const object = {};
  expect([counter.count(0, object), counter.count(0, ''), counter.count(1, 0), counter.count(1, Number.NaN)]).toEqual([
    object,
    '',
    0,
    Number.NaN,
  ]);
  bar = 1;
  counter.count(0, 1);
  counter.count(1, undefined);
  counter.count(1, 'x');
  counter.count(2, true);
  expect([...counter.evaluated]).toEqual([2, 2, 1]);
  expect([...counter.seen]).toEqual([2, 1, 1]);
});

test('counts nothing before the first bar', () => {
  let bar = -1;
  const counter = new ConditionCounter(1, () => bar);
  expect(counter.count(0, true)).toBe(true);
  bar = -2;
  counter.count(0, true);
  expect([counter.evaluated[0], counter.seen[0]]).toEqual([0, 0]);
});
