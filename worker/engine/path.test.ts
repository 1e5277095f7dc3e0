import { expect, test } from 'vitest';
import { BarPath } from './path.ts';

function legEnds(open: number, high: number, low: number, close: number): number[] {
  const path = new BarPath();
  path.start(open, high, low, close);
  const ends: number[] = [];
  for (; !path.isFinished; path.finishLeg()) ends.push(path.legEnd);
  return ends;
}

test.each([
  ['the low first where it is nearer', [100, 106, 98, 104], [98, 106, 104]],
  ['the high first where it is nearer', [100, 102, 94, 96], [102, 94, 96]],
  ['the low first at equal distances', [100, 102, 98, 101], [98, 102, 101]],
] as const)('walks to %s', (_, [open, high, low, close], ends) => {
  expect(legEnds(open, high, low, close)).toEqual(ends);
});

test('names the piece of the way on which it stands', () => {
  const path = new BarPath();
  path.start(100, 106, 98, 104);
  const seen = [path.segment];
  path.moveTo(99);
  seen.push(path.segment);
  for (; !path.isFinished; path.finishLeg()) if (path.price !== 99) seen.push(path.segment);
  expect(seen).toEqual(['open', 'to-first-extreme', 'to-second-extreme', 'to-close']);
});

test('reaches only what lies ahead', () => {
  const path = new BarPath();
  path.start(100, 106, 98, 104);
  expect([97.9, 98, 106, 106.1].map((price) => path.stillReaches(price))).toEqual([false, true, true, false]);
  path.finishLeg();
  path.moveTo(103);
  expect([98, 102.9, 103, 106].map((price) => path.stillReaches(price))).toEqual([false, false, true, true]);
  path.finishLeg();
  expect([103.9, 104, 106].map((price) => path.stillReaches(price))).toEqual([false, true, true]);
});

test('starts each bar anew', () => {
  const path = new BarPath();
  path.start(100, 106, 98, 104);
  path.finishLeg();
  path.start(50, 51, 40, 45);
  expect([path.price, path.leg, path.atOpen, path.legEnd]).toEqual([50, 0, true, 51]);
});
