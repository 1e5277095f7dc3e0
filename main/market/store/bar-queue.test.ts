import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BarColumns } from '#shared/domain/bars.ts';
import { BarQueue } from './bar-queue.ts';
import { barsAt } from './fixtures/bars.ts';

const steps = fc.array(
  fc.record({
    step: fc.constantFrom('append', 'prepend', 'push', 'takeFirst', 'takeLast', 'clear'),
    rows: fc.nat(150),
  }),
  { maxLength: 40 },
);

/** The times that a queue hands out. */
function taken(work: (take: (bars: BarColumns) => void) => void): number[] {
  const times: number[] = [];
  work((bars) => times.push(...bars.time));
  return times;
}

describe('BarQueue', () => {
  it('behaves as a list of bars', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const queue = new BarQueue();
        let model: number[] = [];
        let next = 0;
        for (const { step, rows } of list) {
          const times = Array.from({ length: rows }, () => next++);
          switch (step) {
            case 'append':
              queue.append(barsAt(times));
              model.push(...times);
              break;
            case 'prepend':
              queue.prepend(barsAt(times));
              model.unshift(...times);
              break;
            case 'push':
              times.forEach((_, row) => {
                queue.push(barsAt(times), row);
              });
              model.push(...times);
              break;
            case 'takeFirst':
              expect(taken((take) => queue.takeFirst(rows, take))).toEqual(model.splice(0, rows));
              break;
            case 'takeLast':
              expect(taken((take) => queue.takeLast(rows, take))).toEqual(
                model.splice(Math.max(0, model.length - rows)),
              );
              break;
            default:
              queue.clear();
              model = [];
          }
          expect(queue.rows).toBe(model.length);
        }
        expect(taken((take) => queue.takeFirst(queue.rows, take))).toEqual(model);
      }),
    );
  });

  it('keeps all columns together', () => {
    const bars = barsAt([1, 2, 3, 4]);
    const queue = new BarQueue();
    const isAll = (taken: BarColumns) => expect(taken).toEqual(bars);
    queue.append(bars);
    queue.takeFirst(4, isAll);
    queue.prepend(bars);
    queue.takeLast(4, isAll);
    for (let row = 0; row < 4; row++) queue.push(bars, row);
    queue.takeFirst(4, isAll);
    expect.assertions(3);
  });

  it('keeps bars that could not be written', () => {
    const queue = new BarQueue();
    queue.append(barsAt([1, 2, 3]));
    const fail = () => {
      throw new Error('full');
    };
    expect(() => queue.takeFirst(2, fail)).toThrow('full');
    expect(() => queue.takeLast(2, fail)).toThrow('full');
    expect(taken((take) => queue.takeFirst(3, take))).toEqual([1, 2, 3]);
  });
});
