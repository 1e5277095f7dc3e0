import { describe, expect, it, test } from 'vitest';
import { UNDECIDED_REASONS } from './proof.ts';
import { lookAheadWords, warmUpWords } from './proof-words.ts';

const DAY = 86_400_000;
const found = {
  verdict: 'found',
  bar: 9,
  time: 9 * DAY,
  what: 'order',
  deed: 'buy market SPY',
  isOwn: true,
} as const;
const ahead = { ...found, cut: 10, cutTime: 10 * DAY, future: 'left-out', line: null } as const;

test('a clean proof says how much was tried, and not that there is nothing', () => {
  expect(lookAheadWords({ verdict: 'clean', cuts: 24 })).toMatchObject({
    tone: 'ok',
    title: 'No look-ahead found in 24 cuts',
  });
  expect(lookAheadWords({ verdict: 'clean', cuts: 1 }).title).toBe('No look-ahead found in 1 cut');
  expect(warmUpWords({ verdict: 'clean', starts: 4 })).toMatchObject({
    tone: 'ok',
    title: 'Same orders from 4 later starts',
  });
});

describe('what was found is told with its bar and what was changed', () => {
  it.each([
    [
      ahead,
      'On 1970-01-10 it sent an order (buy market SPY) that it sent differently or not at all with the bars from 1970-01-11 on left out.',
    ],
    [
      { ...ahead, isOwn: false },
      'On 1970-01-10 it sent an order (buy market SPY) with the bars from 1970-01-11 on left out, and otherwise not.',
    ],
    [
      { ...ahead, what: 'fill', future: 'other-prices' },
      'On 1970-01-10 an order was filled (buy market SPY) that was filled differently or not at all with other prices on the bars from 1970-01-11 on.',
    ],
    [
      { ...ahead, what: 'fill', isOwn: false },
      'On 1970-01-10 an order was filled (buy market SPY) with the bars from 1970-01-11 on left out, and otherwise not.',
    ],
    [
      { ...ahead, what: 'log', deed: 'up' },
      'On 1970-01-10 it wrote “up”, but not with the bars from 1970-01-11 on left out.',
    ],
    [
      { ...ahead, what: 'log', deed: 'up', isOwn: false },
      'On 1970-01-10 it wrote “up” with the bars from 1970-01-11 on left out, and otherwise not.',
    ],
    [
      { ...ahead, what: 'failure', isOwn: false },
      'On 1970-01-10 it failed with the bars from 1970-01-11 on left out, and otherwise not.',
    ],
  ] as const)('%#', (proof, body) => {
    expect(lookAheadWords(proof)).toEqual({ tone: 'error', title: 'It looks ahead', body });
  });

  it('of the warm-up', () => {
    expect(warmUpWords({ ...found, dropped: 1_000 })).toEqual({
      tone: 'warn',
      title: 'Orders hang on where the data begins',
      body: 'On 1970-01-10 it sent an order (buy market SPY) that it sent differently or not at all with the first 1000 bars left out. Its warm-up is too short, or it remembers what it did since the start.',
    });
  });
});

test.each(UNDECIDED_REASONS)('%s is said to decide nothing', (reason) => {
  const [ahead, start] = [lookAheadWords, warmUpWords].map((words) => words({ verdict: 'undecided', reason }));
  expect(ahead).toMatchObject({ tone: 'none', title: 'Look-ahead: not decidable' });
  expect(start).toMatchObject({ tone: 'none', title: 'Warm-up: not decidable', body: ahead?.body });
});
