import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DeskMemory, EMPTY_MEMORY, kept, recalled } from './desk-memory.ts';

const ID = '0123456789';
const MEMORY: DeskMemory = {
  open: [ID],
  current: ID,
  choices: { [ID]: { series: ['SPY:1d:import'], from: '2001-01-01', to: '' } },
  params: { [ID]: { fast: 12, isLong: true } },
  problemsHeight: 200,
};

describe('the memory of the desk', () => {
  test('is recalled as it was kept', () => {
    expect(recalled(kept(MEMORY))).toEqual(MEMORY);
    expect(recalled(kept(EMPTY_MEMORY))).toEqual(EMPTY_MEMORY);
  });

  test('keeps nothing of strategies without a tab', () => {
    const memory = recalled(kept({ ...MEMORY, open: [], current: null }));
    expect(memory).toEqual({ ...MEMORY, open: [], current: null, choices: {}, params: {} });
  });

  test.each<[string, string | undefined]>([
    ['was never kept', undefined],
    ['is no JSON', '{'],
    ['is of another version', JSON.stringify({ ...JSON.parse(kept(MEMORY)), version: 2 })],
    ['has more than it may', JSON.stringify({ ...JSON.parse(kept(MEMORY)), script: 'x' })],
    ['has a tab of something else', JSON.stringify({ ...JSON.parse(kept(MEMORY)), open: ['../x'] })],
  ])('is empty where it %s', (_, text) => {
    expect(recalled(text)).toBe(EMPTY_MEMORY);
  });

  test('never fails, whatever was kept', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => recalled(text) === EMPTY_MEMORY));
  });
});
