import { describe, expect, it } from 'vitest';
import { StagingMemory } from './staging-memory.ts';

/** A writer of which only the number of waiting rows matters. */
class Holder {
  rows = 0;
  flushes = 0;
  readonly #memory: StagingMemory;

  constructor(memory: StagingMemory) {
    this.#memory = memory;
  }

  take(rows: number): void {
    this.rows += rows;
    this.#memory.count(this, rows);
  }

  flush(): void {
    this.flushes++;
    const rows = this.rows;
    this.rows = 0;
    this.#memory.count(this, -rows);
  }
}

describe('StagingMemory', () => {
  it('has all holders write, once, when together they hold too much', () => {
    const memory = new StagingMemory(100);
    const holders = [new Holder(memory), new Holder(memory), new Holder(memory)] as const;
    for (const holder of holders) holder.take(33);
    holders[0].take(1);
    expect(holders.map(({ flushes }) => flushes)).toEqual([0, 0, 0]);
    holders[1].take(1);
    expect(holders.map(({ rows, flushes }) => [rows, flushes])).toEqual(Array(3).fill([0, 1]));
    holders[2].take(100);
    expect(holders.map(({ flushes }) => flushes)).toEqual([1, 1, 1]);
  });

  it('does not ask a holder again while the first one writes', () => {
    const memory = new StagingMemory(100);
    const holders = [new Holder(memory), new Holder(memory)] as const;
    holders[0].take(10);
    holders[1].take(500);
    expect(holders.map(({ flushes }) => flushes)).toEqual([1, 1]);
  });

  it('forgets a holder that is done', () => {
    const memory = new StagingMemory(100);
    const [done, open] = [new Holder(memory), new Holder(memory)];
    done.take(90);
    memory.release(done, 90);
    open.take(100);
    expect(open.flushes).toBe(0);
    open.take(1);
    expect([done.flushes, open.flushes]).toEqual([0, 1]);
  });
});
