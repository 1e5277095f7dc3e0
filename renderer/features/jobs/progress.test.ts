import { describe, expect, test } from 'vitest';
import { jobProgress, timeLeft } from './progress.ts';

const running = { state: 'running', done: 6_214, total: 10_000, eta: 8_200 } as const;

describe('progress', () => {
  test('is told in whole percent, rounded down, with the time that is left', () => {
    expect(jobProgress(running)).toEqual({ fraction: 0.6214, words: '62\u2009% · 9 s left' });
    expect(jobProgress({ ...running, done: 9_999 }).words).toBe('99\u2009% · 9 s left');
  });

  test('has no time left while that isn’t known', () => {
    expect(jobProgress({ ...running, eta: null }).words).toBe('62\u2009%');
  });

  test('is no number while the size of the work isn’t known', () => {
    expect(jobProgress({ ...running, total: 0 })).toEqual({ fraction: null, words: 'running' });
  });

  test.each([10_000, 10_500])('is told as saving once all is done, and never as more than all: %d', (done) => {
    expect(jobProgress({ ...running, done })).toEqual({ fraction: 1, words: 'saving' });
    expect(jobProgress({ ...running, done, state: 'paused' })).toEqual({ fraction: 1, words: 'paused at 100\u2009%' });
  });

  test('isn’t known while the host is out of reach', () => {
    expect(jobProgress({ ...running, isUnknown: true })).toEqual({ fraction: null, words: 'unknown' });
  });

  test('stands still while paused', () => {
    expect(jobProgress({ ...running, state: 'paused' })).toEqual({ fraction: 0.6214, words: 'paused at 62\u2009%' });
  });

  test.each(['queued', 'done', 'failed', 'cancelled', 'interrupted'] as const)(
    'of a job that is %s is its state',
    (state) => {
      expect(jobProgress({ ...running, state })).toEqual({ fraction: null, words: state });
    },
  );
});

test.each([
  [0, '1 s left'],
  [900, '1 s left'],
  [59_999, '60 s left'],
  [60_000, '1 min left'],
  [61_000, '2 min left'],
  [3_600_000, '1 h 0 min left'],
  [5_460_000, '1 h 31 min left'],
])('%d ms are %s', (ms, expected) => {
  expect(timeLeft(ms)).toBe(expected);
});
