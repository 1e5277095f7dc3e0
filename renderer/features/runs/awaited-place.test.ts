import { expect, test } from 'vitest';
import { isWhereAwaited } from './awaited-place.ts';

const varied = { job: '1', of: 'a' };
const fresh = { job: '1', of: null };

test.each([
  ['the run that it varies', { place: 'runs', run: 'a' }, varied, false, true],
  ['another run', { place: 'runs', run: 'b' }, varied, false, false],
  ['no run in particular', { place: 'runs', run: null }, varied, false, true],
  ['a comparison with it', { place: 'compare', run: 'a', other: 'b' }, varied, false, false],
  ['another workspace', { place: 'home' }, varied, false, false],
  ['nowhere', null, varied, false, false],
  ['another run, beneath a form for a new run', { place: 'runs', run: 'b' }, varied, true, false],
  ['its own form', { place: 'runs', run: 'b' }, fresh, true, true],
  ['a run, its own form closed', { place: 'runs', run: 'b' }, fresh, false, false],
] as const)('%s', (_, route, awaited, isNewRunOpen, expected) => {
  expect(isWhereAwaited(route, awaited, isNewRunOpen)).toBe(expected);
});
