import { expect, test } from 'vitest';
import { type HiddenLines, rememberedHidden, rememberHidden, withToggled } from './hidden-lines.ts';

function storageOf(text: string | null) {
  let kept = text;
  return {
    getItem: () => kept,
    setItem(_: string, next: string) {
      kept = next;
    },
  };
}

test('a line is hidden and shown again, for one strategy', () => {
  const one = withToggled({}, 'SMA cross', 'fast');
  expect(one).toEqual({ 'SMA cross': ['fast'] });
  const two = withToggled(withToggled(one, 'SMA cross', 'slow'), 'Weekly', 'fast');
  expect(two).toEqual({ 'SMA cross': ['fast', 'slow'], Weekly: ['fast'] });
  expect(withToggled(withToggled(two, 'SMA cross', 'fast'), 'Weekly', 'fast')).toEqual({ 'SMA cross': ['slow'] });
});

test('what is hidden is found again', () => {
  const storage = storageOf(null);
  expect(rememberedHidden(storage)).toEqual({});
  rememberHidden(storage, { a: ['b'] });
  expect(rememberedHidden(storage)).toEqual({ a: ['b'] });
});

test.each(['', '{', '5', '{"a":"b"}', '{"a":[1]}'])('what is kept as %j counts for nothing', (text) => {
  expect(rememberedHidden(storageOf(text))).toEqual({});
});

test('of a hundred strategies at most', () => {
  let hidden: HiddenLines = {};
  for (let strategy = 0; strategy < 101; strategy++) hidden = withToggled(hidden, `s${strategy}`, 'x');
  expect(Object.keys(hidden)).toHaveLength(100);
  expect([hidden['s0'], hidden['s1'], hidden['s100']]).toEqual([undefined, ['x'], ['x']]);
});
