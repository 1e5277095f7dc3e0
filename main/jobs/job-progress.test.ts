import fc from 'fast-check';
import { expect, it } from 'vitest';
import { JobProgress } from './job-progress.ts';

function progressAt() {
  const clock = { now: 0 };
  const progress = new JobProgress(() => clock.now);
  const update = (now: number, done: number, total = 1_000) => {
    clock.now = now;
    progress.update(done, total);
    return progress.current;
  };
  return { clock, progress, update };
}

it('knows nothing at first', () => {
  expect(progressAt().progress.current).toEqual({ done: 0, total: 0, rate: null, eta: null });
});

it('says how long it will take after 3 % or 3 s', () => {
  const { update } = progressAt();
  expect(update(1_000, 10)).toEqual({ done: 10, total: 1_000, rate: 10, eta: null });
  expect(update(2_900, 29).eta).toBeNull();
  expect(update(3_000, 29).eta).not.toBeNull();
  expect(progressAt().update(100, 30).eta).toBeCloseTo(3_233.3, 1);
});

it('follows a rate that changes', () => {
  const { update } = progressAt();
  update(1_000, 100);
  const { rate } = update(6_000, 100);
  expect(rate).toBeCloseTo(100 * Math.exp(-1), 9);
});

it('leaves pauses out', () => {
  const { update, progress, clock } = progressAt();
  update(1_000, 10);
  clock.now = 100_000;
  progress.resume();
  expect(update(101_000, 20)).toEqual({ done: 20, total: 1_000, rate: 10, eta: null });
});

it('says nothing while nothing moves', () => {
  expect(progressAt().update(5_000, 0)).toMatchObject({ rate: 0, eta: null });
});

it('never goes back and never beyond the end', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(50), fc.nat(200))), (steps) => {
      const { update, clock } = progressAt();
      let before = 0;
      for (const [elapsed, done] of steps) {
        const { done: now, total, rate } = update(clock.now + elapsed, done, 100);
        expect(now).toBeGreaterThanOrEqual(before);
        expect(now).toBeLessThanOrEqual(total);
        expect(rate ?? 0).toBeGreaterThanOrEqual(0);
        before = now;
      }
    }),
  );
});
