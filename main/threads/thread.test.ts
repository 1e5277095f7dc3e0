import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HindcastError } from '#shared/domain/errors.ts';
import { type Bench, GIVEN_UP, MADE } from './fixtures/bench.ts';
import { Thread } from './thread.ts';

interface Services {
  bench: Bench;
}

let counters: Int32Array;
let thread: Thread<Services>;

beforeEach(() => {
  counters = new Int32Array(new SharedArrayBuffer(8));
  thread = opened();
});
afterEach(() => thread.stop());

function opened(idleTimeout?: number): Thread<Services> {
  const entry = new URL('./fixtures/bench-thread.ts', import.meta.url);
  return new Thread<Services>(entry, { data: counters, ...(idleTimeout !== undefined && { idleTimeout }) });
}

describe('a thread', () => {
  it('answers each question with its own answer', async () => {
    const bench = thread.calls('bench');
    const sums = [1, 2, 3].map((n) => bench.add(n, n));
    expect(await Promise.all([bench.later('a'), ...sums, bench.later('b')])).toEqual(['a', 2, 4, 6, 'b']);
    const [one, other] = [await bench.thread(), await bench.thread()];
    expect(one).toBe(other);
    expect(one).toBeGreaterThan(0);
  });

  it('works in memory that is shared, and on copies of the rest', async () => {
    const shared = new Float64Array(new SharedArrayBuffer(16));
    const own = new Float64Array(2);
    await Promise.all([thread.calls('bench').fill(shared, 7), thread.calls('bench').fill(own, 7)]);
    expect([...shared, ...own]).toEqual([7, 7, 0, 0]);
  });

  it('refuses in the words of the service, and passes bugs on', async () => {
    const bench = thread.calls('bench');
    const refused = await bench.refuse().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(HindcastError);
    expect(refused).toMatchObject({
      detail: { kind: 'data', code: 'data.none', message: 'None.', hint: 'Import some.', lines: ['1'] },
    });
    await expect(bench.fail()).rejects.toThrow(new TypeError('a bug'));
    await expect(bench.uncloneable()).rejects.toContain('DataCloneError');
    await expect((bench as unknown as { none(): Promise<void> }).none()).rejects.toThrow('there is no bench.none');
    expect(await bench.add(1, 1)).toBe(2);
  });

  it('is no promise, whatever it is handed on through', async () => {
    const bench = await Promise.resolve(thread.calls('bench'));
    expect(await bench.add(2, 2)).toBe(4);
  });

  it('that crashes fails what it owes, and the next question starts another', async () => {
    const bench = thread.calls('bench');
    const first = await bench.thread();
    const owed = bench.never();
    await bench.crash();
    await expect(owed).rejects.toThrow('The thread has ended.');
    await expect(owed).rejects.toMatchObject({ cause: { message: 'crashed' } });
    expect(await bench.thread()).not.toBe(first);
  });

  it('ends when nobody asks it for a while, but owes nothing then', async () => {
    thread = opened(1);
    const bench = thread.calls('bench');
    const first = await bench.thread();
    await expect.poll(() => bench.thread()).not.toBe(first);
    let isOver = false;
    const never = bench.never().catch(() => {
      isOver = true;
    });
    await bench.add(1, 1);
    await wait(20);
    expect(isOver).toBe(false);
    await thread.stop();
    await never;
  });
});

describe('closing', () => {
  it('waits for what was asked', async () => {
    const bench = thread.calls('bench');
    const sums = [bench.add(1, 1), bench.add(2, 2)];
    await thread.close();
    expect(await Promise.all(sums)).toEqual([2, 4]);
    await expect(bench.add(1, 1)).rejects.toThrow('closed');
  });

  it('is possible before the first question', async () => {
    await thread.close();
    await expect(thread.calls('bench').add(1, 1)).rejects.toThrow('closed');
  });

  it('by force fails what was asked', async () => {
    const never = thread.calls('bench').never();
    await Promise.all([expect(never).rejects.toThrow('ended'), thread.stop()]);
  });
});

describe('a stream', () => {
  const made = () => [counters[MADE], counters[GIVEN_UP]];

  it('makes a part when it is asked for', async () => {
    const parts = thread.streams('bench').count(3);
    expect(made()).toEqual([0, 0]);
    expect(await parts.next()).toEqual({ done: false, value: 1 });
    // Whatever else the thread does meanwhile.
    expect(await thread.calls('bench').add(1, 1)).toBe(2);
    expect(made()).toEqual([1, 0]);
    expect([await parts.next(), await parts.next(), await parts.next()]).toEqual([
      { done: false, value: 2 },
      { done: false, value: 3 },
      { done: true, value: 'done' },
    ]);
    expect(made()).toEqual([3, 0]);
  });

  it('ends where its reader stops', async () => {
    for await (const part of thread.streams('bench').count(1e9)) if (part === 2) break;
    expect(made()).toEqual([2, 1]);
  });

  it('goes beside others', async () => {
    const [a, b] = [thread.streams('bench').count(2), thread.streams('bench').count(9)];
    const values = [await a.next(), await b.next(), await b.next(), await a.next(), await b.next(), await a.next()];
    expect(values.map(({ value }) => value)).toEqual([1, 1, 2, 2, 3, 'done']);
    await b.return('left');
    expect(made()).toEqual([5, 1]);
  });

  it('ends with what goes wrong in it', async () => {
    const seen: number[] = [];
    const read = async () => {
      for await (const part of thread.streams('bench').refuseAfter(2)) seen.push(part);
    };
    await expect(read()).rejects.toMatchObject({ detail: { code: 'data.none' } });
    expect(seen).toEqual([0, 1]);
  });

  it('fails with its thread', async () => {
    const parts = thread.streams('bench').count(9);
    await parts.next();
    await thread.calls('bench').crash();
    await expect(thread.calls('bench').never()).rejects.toThrow('ended');
    await expect(parts.next()).rejects.toThrow('ended');
  });
});
