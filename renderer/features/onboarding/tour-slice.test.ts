import { expect, test } from 'vitest';
import { markPassed, tourEnded, tourSlice, tourStarted } from './tour-slice.ts';

const after = (...actions: Parameters<typeof tourSlice.reducer>[1][]) =>
  actions.reduce(tourSlice.reducer, tourSlice.getInitialState());

test('leads from mark to mark', () => {
  expect(after(tourStarted(['a', 'b']))).toEqual({ marks: ['a', 'b'], isLedByDeed: false });
  expect(after(tourStarted(['a', 'b']), markPassed({ mark: 'a', byDeed: true }))).toEqual({
    marks: ['b'],
    isLedByDeed: true,
  });
});

test('passes each mark once', () => {
  const pass = markPassed({ mark: 'a', byDeed: false });
  expect(after(tourStarted(['a', 'b']), pass, pass).marks).toEqual(['b']);
});

test('ends', () => {
  expect(after(tourStarted(['a']), tourEnded())).toEqual({ marks: [], isLedByDeed: false });
});
