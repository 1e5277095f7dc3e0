import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Job } from '#shared/contract/job.ts';
import { HindcastError } from '#shared/domain/errors.ts';
import { Feed } from '../jobs/feed.ts';
import { BackgroundProofs } from './background-proofs.ts';

let feed: Feed<Job>;
let jobs: { inHand: number; watch: (signal: AbortSignal | undefined) => AsyncGenerator<Job, void, void> };
let proven: string[];
let prove: ReturnType<typeof vi.fn<(record: { id: string }, options: { signal?: AbortSignal }) => Promise<never>>>;
let background: BackgroundProofs;

beforeEach(() => {
  vi.useFakeTimers();
  feed = new Feed<Job>();
  jobs = { inHand: 0, watch: (signal) => feed.watch(signal, []) };
  proven = [];
  prove = vi.fn(async ({ id }) => {
    proven.push(id);
    return undefined as never;
  });
  background = new BackgroundProofs({
    jobs,
    runs: { find: (id) => ({ id, manifest: { strategy: { sha256: `of ${id}` } } }) as never },
    proofService: { isFirst: ({ id }) => id !== 'known' && !proven.includes(id), prove: prove as never },
    threads: 2,
    quiet: 100,
  });
  background.start();
});
afterEach(async () => {
  await background.stop();
  vi.useRealTimers();
});

async function hear(run: string, parts: Partial<Job> = {}): Promise<void> {
  feed.publish(run, { id: run, kind: 'run', state: 'done', run, ...parts } as Job);
  await vi.advanceTimersByTimeAsync(0);
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

it('proves runs that are done, once it has been quiet', async () => {
  await hear('a');
  await pass(99);
  await hear('b');
  await pass(99);
  expect(proven).toEqual([]);
  await pass(1);
  await pass(100);
  expect(proven).toEqual(['a', 'b']);
});

it('leaves out what is known, what isn’t a run and what isn’t done', async () => {
  await hear('known');
  await hear('b', { kind: 'verify' });
  await hear('c', { state: 'failed' });
  await hear('d', { run: null });
  await pass(1_000);
  expect(prove).not.toHaveBeenCalled();
});

it('waits while there are jobs, and goes on when they are over', async () => {
  jobs.inHand = 1;
  await hear('a');
  await pass(1_000);
  expect(proven).toEqual([]);
  jobs.inHand = 0;
  await hear('x', { kind: 'import', run: null });
  await pass(100);
  expect(proven).toEqual(['a']);
});

it('gives a proof up when jobs need its thread, and begins it again', async () => {
  const signals: AbortSignal[] = [];
  prove.mockImplementationOnce((_, { signal }) => {
    if (signal !== undefined) signals.push(signal);
    return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
  });
  await hear('a');
  await pass(100);
  jobs.inHand = 1;
  await hear('x', { state: 'running' });
  expect(signals[0]?.aborted).toBe(false);
  jobs.inHand = 2;
  await hear('y', { state: 'running' });
  expect(signals[0]?.aborted).toBe(true);
  jobs.inHand = 0;
  await hear('x', { kind: 'import', run: null });
  await pass(100);
  expect(proven).toEqual(['a']);
});

it('tries no text again whose proof failed', async () => {
  prove.mockRejectedValueOnce(new HindcastError({ kind: 'data', code: 'data.changed', message: 'changed' }));
  await hear('a');
  await pass(100);
  await hear('a');
  await pass(100);
  expect(prove).toHaveBeenCalledTimes(1);
});

it('gives up when the app closes', async () => {
  let given: AbortSignal | undefined;
  prove.mockImplementationOnce((_, { signal }) => {
    given = signal;
    return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
  });
  await hear('a');
  await pass(100);
  await background.stop();
  expect(given?.aborted).toBe(true);
});
