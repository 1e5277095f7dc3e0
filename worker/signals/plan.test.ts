import { expect, test } from 'vitest';
import { StrategyCondition } from './conditions/condition.ts';
import { readSignals } from './plan.ts';

const condition = new StrategyCondition({ kind: 'given', bits: Int32Array.of(1) });

test('what is left out is never true', () => {
  expect(readSignals({ entries: condition })).toEqual({
    entries: { kind: 'given', bits: Int32Array.of(1) },
    exits: null,
    shortEntries: null,
    shortExits: null,
    size: { kind: 'percent-of-equity', value: 100 },
  });
  expect(readSignals({ shortEntries: condition, shortExits: condition, size: 3 })).toMatchObject({
    entries: null,
    shortExits: { kind: 'given' },
    size: { kind: 'units', value: 3 },
  });
});

test.each([
  ['nothing', undefined, 'signals returns an object'],
  ['a condition', condition, 'signals returns an object'],
  ['an unknown member', { entries: condition, exit: condition }, 'there is no exit. There are entries, exits'],
  ['what is no condition', { entries: [true, false] }, 'entries is a condition: when.crossOver(…)'],
  ['no entries', { exits: condition }, 'without entries or shortEntries nothing is ever traded'],
  ['a wrong size', { entries: condition, size: -1 }, 'signals: size must be a number above 0'],
])('%s is refused', (_, returned, message) => {
  expect(() => readSignals(returned)).toThrow(message);
});
