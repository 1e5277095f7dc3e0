import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Job } from '#shared/contract/job.ts';
import { HindcastError } from '#shared/domain/errors.ts';
import { openDatabase } from '../db/open.ts';
import { asked } from '../threads/asked.ts';
import type { JobControls, JobWork } from './job-kind.ts';
import { JobService, type JobServiceParts } from './job-service.ts';
import { JobTable } from './job-table.ts';

/** Work whose steps the test decides. */
class Bench {
  readonly begun: string[] = [];
  readonly released: string[] = [];
  /** What was still needed, at each pruning. */
  readonly needed: string[][] = [];
  readonly controls = new Map<string, JobControls>();
  readonly #ends = new Map<string, { resolve: () => void; reject: (error: unknown) => void }>();

  work(kind: 'import' | 'verify', canPause: boolean): JobWork<string> {
    return {
      kind,
      unit: 'bytes',
      canPause,
      atOnce: 1,
      input: z.string(),
      perform: async (name, controls) => {
        this.begun.push(name);
        this.controls.set(name, controls);
        const { promise, resolve, reject } = Promise.withResolvers<void>();
        this.#ends.set(name, { resolve, reject });
        controls.signal.addEventListener('abort', () => reject(new Error('stopped')));
        await promise;
        return RESULT;
      },
      release: (name) => {
        if (name.startsWith('held')) throw new Error('held by another program');
        this.released.push(name);
      },
      prune: (needed) => {
        this.needed.push([...needed]);
      },
    };
  }

  finish(name: string): void {
    this.#ends.get(name)?.resolve();
  }

  fail(name: string, error: unknown): void {
    this.#ends.get(name)?.reject(error);
  }
}

const RESULT = { kind: 'import' as const, rows: 1, badRowCount: 0, badRows: [], series: [] };

let database: Database;
let bench: Bench;
let imports: JobWork<string>;
let verifies: JobWork<string>;
let now: number;
let jobs: JobService;

function service(stored: JobServiceParts['stored'] = asked(new JobTable(database))): JobService {
  return new JobService({
    table: new JobTable(database),
    stored,
    works: [imports, verifies],
    clock: () => 5_000,
    now: () => now,
  });
}

beforeEach(() => {
  database = openDatabase(':memory:');
  bench = new Bench();
  imports = bench.work('import', true);
  verifies = bench.work('verify', false);
  now = 0;
  jobs = service();
});

const turn = () => wait(0);
const refusalOf = async (work: () => unknown) => {
  try {
    await work();
  } catch (error) {
    if (error instanceof HindcastError) return error.detail.code;
    throw error;
  }
  throw new Error('it was accepted');
};

describe('a job', () => {
  it('waits, runs and is done', async () => {
    const job = await jobs.add(imports, 'Import a', 'a');
    expect(job).toMatchObject({
      kind: 'import',
      title: 'Import a',
      state: 'queued',
      createdAt: 5_000,
      startedAt: null,
    });
    await turn();
    expect(await jobs.get(job.id)).toMatchObject({
      state: 'running',
      startedAt: 5_000,
      finishedAt: null,
      canPause: true,
    });
    expect(jobs.inHand).toBe(1);
    bench.finish('a');
    await turn();
    expect(await jobs.get(job.id)).toMatchObject({ state: 'done', finishedAt: 5_000, result: RESULT, error: null });
    expect([jobs.inHand, bench.released]).toEqual([0, ['a']]);
  });

  it('waits for the one before it, of its own kind alone', async () => {
    await jobs.add(imports, 'a', 'a');
    const second = await jobs.add(imports, 'b', 'b');
    await jobs.add(verifies, 'c', 'c');
    await turn();
    expect(bench.begun).toEqual(['a', 'c']);
    expect((await jobs.get(second.id)).state).toBe('queued');
    bench.finish('a');
    await turn();
    expect(bench.begun).toEqual(['a', 'c', 'b']);
  });

  it('is done, and the next one begins, even where what it was given can’t be removed', async () => {
    const warned = vi.spyOn(process, 'emitWarning').mockReturnValue();
    const job = await jobs.add(imports, 'held', 'held');
    const second = await jobs.add(imports, 'b', 'b');
    const third = await jobs.add(imports, 'held too', 'held too');
    await turn();
    bench.finish('held');
    await turn();
    expect([(await jobs.get(job.id)).state, (await jobs.get(second.id)).state]).toEqual(['done', 'running']);
    expect((await jobs.cancel(third.id)).state).toBe('cancelled');
    expect(warned.mock.calls.flat()).toMatchObject([
      { message: 'held by another program' },
      { message: 'held by another program' },
    ]);
    warned.mockRestore();
  });

  it('fails with what is wrong, and keeps what it was given', async () => {
    const job = await jobs.add(imports, 'a', 'a');
    await turn();
    const detail = { kind: 'data' as const, code: 'data.bad-rows', message: 'Bad rows.' };
    bench.fail('a', new HindcastError(detail));
    await turn();
    expect(await jobs.get(job.id)).toMatchObject({ state: 'failed', error: detail, result: null });
    expect(bench.released).toEqual([]);
  });

  it('says nothing about a bug', async () => {
    const job = await jobs.add(imports, 'a', 'a');
    await turn();
    bench.fail('a', new TypeError('secret is not a function'));
    await turn();
    expect(JSON.stringify(await jobs.get(job.id))).not.toContain('secret');
    expect((await jobs.get(job.id)).error?.kind).toBe('internal');
  });

  it('tells how far it is, and which run it is about', async () => {
    const job = await jobs.add(imports, 'a', 'a');
    await turn();
    now = 1_000;
    bench.controls.get('a')?.onProgress(50, 100);
    bench.controls.get('a')?.onRun('abc');
    expect(await jobs.get(job.id)).toMatchObject({ done: 50, total: 100, rate: 50, eta: 1_000, run: 'abc' });
    bench.finish('a');
    await turn();
    expect(await jobs.get(job.id)).toMatchObject({ done: 100, total: 100, rate: null, eta: null, run: 'abc' });
  });

  it('is unknown when there is none', async () => {
    expect(await refusalOf(() => jobs.get('beef'))).toBe('usage.no-such-job');
  });
});

describe('writing jobs down', () => {
  const locked = new HindcastError({ kind: 'storage', code: 'storage.locked', message: 'Locked.' });

  it('comes before their work', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const stored = asked(new JobTable(database));
    jobs = service({ put: stored.put, add: async (record) => promise.then(() => stored.add(record)) });
    const adding = jobs.add(imports, 'a', 'a');
    await turn();
    expect([bench.begun, jobs.inHand, jobs.hasInHand(imports, () => true)]).toEqual([[], 1, true]);
    resolve();
    expect((await adding).state).toBe('queued');
    await turn();
    expect(bench.begun).toEqual(['a']);
  });

  it('that fails refuses them', async () => {
    jobs = service({ put: asked(new JobTable(database)).put, add: () => Promise.reject(locked) });
    await expect(jobs.add(imports, 'a', 'a')).rejects.toBe(locked);
    await turn();
    expect([bench.begun, jobs.inHand]).toEqual([[], 0]);
  });

  it('is done before anybody looks, whatever becomes of it', async () => {
    const warned = vi.spyOn(process, 'emitWarning').mockReturnValue();
    const stored = asked(new JobTable(database));
    const failures: unknown[] = [];
    const put: typeof stored.put = async (record) => {
      await wait(5);
      if (failures.length > 0) throw failures.shift();
      await stored.put(record);
    };
    jobs = service({ add: stored.add, put });
    const job = await jobs.add(imports, 'a', 'a');
    await turn();
    bench.finish('a');
    await turn();
    expect((await jobs.list({ offset: 0, limit: 9 })).rows.map(({ state }) => state)).toEqual(['done']);
    expect((await jobs.get(job.id)).state).toBe('done');

    failures.push(locked, new Error('a bug'));
    const lost = await jobs.add(imports, 'b', 'b');
    await turn();
    bench.finish('b');
    await turn();
    expect((await jobs.get(lost.id)).state).toBe('queued');
    expect(warned.mock.calls).toEqual([[new Error('a bug')]]);
    warned.mockRestore();
  });
});

describe('cancelling', () => {
  it('takes a job out of the queue', async () => {
    await jobs.add(imports, 'a', 'a');
    const job = await jobs.add(imports, 'b', 'b');
    await turn();
    expect(await jobs.cancel(job.id)).toMatchObject({ state: 'cancelled', startedAt: null });
    expect(bench.released).toEqual(['b']);
  });

  it('stops a job that runs', async () => {
    const job = await jobs.add(imports, 'a', 'a');
    await turn();
    expect(await jobs.cancel(job.id)).toMatchObject({ state: 'cancelled', error: null });
    await expect(jobs.cancel(job.id)).rejects.toMatchObject({ detail: { code: 'usage.job-state' } });
  });

  it('leaves a job done that was faster', async () => {
    const job = await jobs.add(imports, 'a', 'a');
    await turn();
    bench.finish('a');
    expect(await jobs.cancel(job.id)).toMatchObject({ state: 'done' });
  });
});

describe('a pause', () => {
  it('holds the work and lets it go on', async () => {
    const job = await jobs.add(imports, 'a', 'a');
    await turn();
    expect((await jobs.pause(job.id)).state).toBe('paused');
    let went = false;
    bench.controls
      .get('a')
      ?.gate()
      .then(() => {
        went = true;
      });
    await turn();
    expect(went).toBe(false);
    expect((await jobs.resume(job.id)).state).toBe('running');
    await turn();
    expect(went).toBe(true);
    await bench.controls.get('a')?.gate();
  });

  it('makes room for the next job of its kind', async () => {
    const job = await jobs.add(imports, 'a', 'a');
    const second = await jobs.add(imports, 'b', 'b');
    await jobs.add(imports, 'c', 'c');
    await turn();
    await jobs.pause(job.id);
    expect((await jobs.get(second.id)).state).toBe('running');
    await jobs.resume(job.id);
    bench.finish('b');
    await turn();
    expect(bench.begun).toEqual(['a', 'b']);
    bench.finish('a');
    await turn();
    expect(bench.begun).toEqual(['a', 'b', 'c']);
  });

  it('ends with the job', async () => {
    const job = await jobs.add(imports, 'a', 'a');
    await turn();
    await jobs.pause(job.id);
    const gate = bench.controls.get('a')?.gate();
    expect(await jobs.cancel(job.id)).toMatchObject({ state: 'cancelled' });
    await gate;
  });

  it('is refused where it makes no sense', async () => {
    const job = await jobs.add(verifies, 'a', 'a');
    await jobs.add(imports, 'b', 'b');
    const waiting = await jobs.add(imports, 'c', 'c');
    expect(await refusalOf(() => jobs.pause(job.id))).toBe('usage.job-pause');
    expect(await refusalOf(() => jobs.pause(waiting.id))).toBe('usage.job-state');
    expect(await refusalOf(() => jobs.resume(waiting.id))).toBe('usage.job-state');
  });
});

describe('the end of a process', () => {
  it('interrupts what is under way; it can begin again', async () => {
    const running = await jobs.add(imports, 'a', 'a');
    const queued = await jobs.add(imports, 'b', 'b');
    await turn();
    bench.controls.get('a')?.onProgress(50, 100);
    await jobs.close();
    expect([(await jobs.get(running.id)).state, (await jobs.get(queued.id)).state]).toEqual([
      'interrupted',
      'interrupted',
    ]);
    expect(bench.released).toEqual([]);

    const next = service();
    expect(await next.resume(running.id)).toMatchObject({
      state: 'queued',
      done: 0,
      finishedAt: null,
      startedAt: null,
    });
    await turn();
    bench.finish('a');
    await turn();
    expect((await next.get(running.id)).state).toBe('done');
    expect(await refusalOf(() => next.resume(running.id))).toBe('usage.job-state');
  });

  it('is noticed by the next one, when it came without a word', async () => {
    const job = await jobs.add(imports, 'a', 'a');
    await turn();
    expect((await service().get(job.id)).state).toBe('running');
    database.prepare("UPDATE jobs SET owner = '1:0'").run();
    expect((await service().get(job.id)).state).toBe('interrupted');
  });
});

describe('watching', () => {
  it('begins with what is under way and tells each change', async () => {
    const job = await jobs.add(imports, 'a', 'a');
    await turn();
    const stop = new AbortController();
    const seen: Job[] = [];
    const watching = (async () => {
      for await (const change of jobs.watch(stop.signal)) seen.push(change);
    })();
    await turn();
    bench.finish('a');
    await turn();
    stop.abort();
    await watching;
    expect(seen.map(({ id, state }) => [id, state])).toEqual([
      [job.id, 'running'],
      [job.id, 'done'],
    ]);
  });

  it('ends with the job that is named, and at once where that is over', async () => {
    const job = await jobs.add(imports, 'a', 'a');
    await jobs.add(imports, 'b', 'b');
    await turn();
    const states = async () => {
      const seen: string[] = [];
      for await (const { state } of await jobs.watchOne(job.id, undefined)) seen.push(state);
      return seen;
    };
    const watching = states();
    await turn();
    bench.finish('a');
    expect(await watching).toEqual(['running', 'done']);
    expect(await states()).toEqual(['done']);
  });

  it('is told of progress ten times a second at most, of one job alone where asked', async () => {
    const job = await jobs.add(imports, 'a', 'a');
    const other = await jobs.add(verifies, 'b', 'b');
    await turn();
    const stop = new AbortController();
    const seen: number[] = [];
    const watching = (async () => {
      for await (const change of await jobs.watchOne(job.id, stop.signal)) {
        expect(change.id).not.toBe(other.id);
        seen.push(change.done);
      }
    })();
    await turn();
    for (now = 10; now <= 1_000; now += 10) {
      bench.controls.get('a')?.onProgress(now, 2_000);
      bench.controls.get('b')?.onProgress(now, 2_000);
      await Promise.resolve();
      await turn();
    }
    stop.abort();
    await watching;
    expect(seen).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1_000]);
  });
});

describe('the list', () => {
  it('is newest first, by page and state', async () => {
    for (const name of ['a', 'b', 'c']) await jobs.add(imports, name, name);
    await turn();
    const titles = async (page: Parameters<JobService['list']>[0]) =>
      (await jobs.list(page)).rows.map(({ title }) => title);
    expect(await titles({ offset: 0, limit: 2 })).toEqual(['c', 'b']);
    expect(await titles({ offset: 2, limit: 2 })).toEqual(['a']);
    expect(await titles({ offset: 0, limit: 9, states: ['running'] })).toEqual(['a']);
    expect((await jobs.list({ offset: 0, limit: 1, states: ['queued'] })).total).toBe(2);
  });

  it('forgets the oldest that are over', async () => {
    const table = new JobTable(database);
    const job = await jobs.add(imports, 'kept', 'kept');
    const record = table.get(job.id);
    if (record === undefined) throw new Error('it is not stored');
    for (let i = 0; i < 1_001; i++) {
      table.put({ ...record, id: i.toString(16), state: 'done', owner: null, createdAt: 6_000 + i });
    }
    table.prune();
    expect(table.get('0')).toBeUndefined();
    expect(table.get('1')?.state).toBe('done');
    expect(table.get(job.id)?.state).toBe('running');
  });
});

describe('what jobs were given', () => {
  it('is known while they are in hand', async () => {
    await jobs.add(imports, 'a', 'a');
    const isA = (input: string) => input === 'a';
    expect([jobs.hasInHand(imports, isA), jobs.hasInHand(verifies, isA)]).toEqual([true, false]);
    expect(jobs.hasInHand(imports, (input) => input === 'b')).toBe(false);
    await turn();
    bench.finish('a');
    await turn();
    expect(jobs.hasInHand(imports, isA)).toBe(false);
  });

  it('is needed until they are over, of their own kind', async () => {
    await jobs.add(imports, 'a', 'a');
    await turn();
    bench.fail('a', new Error('broken'));
    await turn();
    for (const name of ['b', 'c']) await jobs.add(imports, name, name);
    await jobs.add(verifies, 'd', 'd');
    expect(bench.needed.slice(-2)).toEqual([['b', 'c'], ['d']]);
    await jobs.close();
    bench.needed.length = 0;
    service();
    expect(bench.needed).toEqual([['b', 'c'], ['d']]);
  });
});
