import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RunningMaximum } from './running-maximum.ts';

describe('running maximum', () => {
  it('is the highest value of any window that ends now', () => {
    const values = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(values, (list) => {
        const running = new RunningMaximum();
        for (const [at, value] of list.entries()) {
          running.push(2 * at, value);
          for (let from = 0; from <= at; from++) {
            const highest = Math.max(...list.slice(from, at + 1));
            expect([running.since(2 * from), running.since(2 * from - 1)]).toEqual([highest, highest]);
          }
        }
      }),
    );
  });

  it('has no value where nothing was pushed, or nothing so late', () => {
    const running = new RunningMaximum();
    expect(running.since(0)).toBeNaN();
    running.push(3, 7);
    expect(running.since(4)).toBeNaN();
  });
});
