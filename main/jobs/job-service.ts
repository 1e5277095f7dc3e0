import { randomBytes } from 'node:crypto';
import { INTERNAL_ERROR } from '#shared/contract/errors.ts';
import { JOB_STATES, type Job, type JobKind, type JobState } from '#shared/contract/job.ts';
import { type ErrorDetail, HindcastError } from '#shared/domain/errors.ts';
import type { Ms } from '#shared/domain/units.ts';
import { isAlive, thisProcess } from '../db/owner.ts';
import type { Asked } from '../threads/asked.ts';
import { Feed } from './feed.ts';
import { cannotPause, noSuchJob, wrongJobState } from './job-errors.ts';
import type { JobControls, JobWork } from './job-kind.ts';
import { JobProgress } from './job-progress.ts';
import { isInHand, type JobEvent, nextState } from './job-states.ts';
import type { JobRecord, JobTable } from './job-table.ts';

/** A job that this process has in hand. */
interface LiveJob {
  record: JobRecord;
  stop: AbortController;
  progress: JobProgress;
  /** Resolves when the job goes on; null while it isn't paused. */
  pause: { over: Promise<void>; end: () => void } | null;
  /** It waits until it is written down. */
  isStored: boolean;
  /** Resolves when its work has come to an end; null before it began. */
  settled: Promise<void> | null;
  publishedAt: Ms;
}

export interface JobServiceParts {
  table: JobTable;
  /** The same table, where it is written. */
  stored: Pick<Asked<JobTable>, 'add' | 'put'>;
  // Each kind of work checks its own input.
  // biome-ignore lint/suspicious/noExplicitAny: a list of works with different inputs
  works: readonly JobWork<any>[];
  /** The time of day. */
  clock: () => Ms;
  /** A clock that never goes back, for rates. */
  now?: () => Ms;
}

/** A job before any of its work is done. */
const UNTOUCHED = { done: 0, total: 0, startedAt: null, finishedAt: null, run: null, result: null, error: null };

/** Between two reports of one job. */
const REPORT_INTERVAL: Ms = 100;

/**
 * Work that takes a while: queued, performed, watched, paused, cancelled. What a job was given is stored, so that one
 * whose process died can begin again.
 */
export class JobService {
  readonly #table: JobTable;
  readonly #stored: JobServiceParts['stored'];
  readonly #works: JobServiceParts['works'];
  readonly #clock: () => Ms;
  readonly #now: () => Ms;
  readonly #live = new Map<string, LiveJob>();
  readonly #feed = new Feed<Job>();
  /** Resolves when everything so far is written down that will be. */
  #written = Promise.resolve();
  #isClosing = false;

  /** Jobs that a dead process had in hand become interrupted. */
  constructor({ table, stored, works, clock, now = () => performance.now() }: JobServiceParts) {
    this.#table = table;
    this.#stored = stored;
    this.#works = works;
    this.#clock = clock;
    this.#now = now;
    for (const record of table.inHand()) {
      if (record.owner !== null && !isAlive(record.owner)) this.#table.put(this.#moved(record, 'interrupt'));
    }
    for (const work of works) this.#prune(work);
  }

  /** Puts work into the queue. @throws HindcastError of kind `storage` when it can't be written down */
  async add<I>(work: JobWork<I>, title: string, input: I): Promise<Job> {
    const record: JobRecord = {
      id: randomBytes(8).toString('hex'),
      kind: work.kind,
      title,
      input,
      state: 'queued',
      owner: thisProcess(),
      createdAt: this.#clock(),
      ...UNTOUCHED,
    };
    const job = await this.#enqueue(record, this.#stored.add(record));
    this.#prune(work);
    return job;
  }

  /** @throws HindcastError `usage.no-such-job` */
  async get(id: string): Promise<Job> {
    return this.#shown(await this.#record(id));
  }

  /** Newest first; `states`: all by default. */
  async list(page: {
    offset: number;
    limit: number;
    states?: readonly JobState[];
  }): Promise<{ rows: Job[]; total: number }> {
    await this.#written;
    const { records, total } = this.#table.list(page.states ?? JOB_STATES, page.offset, page.limit);
    return { rows: records.map((record) => this.#shown(record)), total };
  }

  /** The jobs that aren't over, and then each as it changes. */
  watch(signal: AbortSignal | undefined): AsyncGenerator<Job, void, void> {
    const first = [...this.#live.values()].map(({ record }) => [record.id, this.#shown(record)] as const);
    return this.#feed.watch(signal, first);
  }

  /** A job as it changes, until it is over. @throws HindcastError `usage.no-such-job` */
  async watchOne(id: string, signal: AbortSignal | undefined): Promise<AsyncGenerator<Job, void, void>> {
    const job = this.#shown(await this.#record(id));
    return untilOver(this.#feed.watch(signal, [[id, job]], (name) => name === id));
  }

  /** @throws HindcastError `usage.job-pause`, `usage.job-state` */
  async pause(id: string): Promise<Job> {
    const record = await this.#record(id);
    if (!this.#work(record.kind).canPause) throw cannotPause(record.title);
    const job = this.#liveOrRefuse(record, 'pause', 'paused');
    const { promise, resolve } = Promise.withResolvers<void>();
    job.pause = { over: promise, end: resolve };
    const shown = this.#move(job, 'pause');
    this.#startNext();
    return shown;
  }

  /** A paused job goes on, an interrupted one begins again. @throws HindcastError `usage.job-state` */
  async resume(id: string): Promise<Job> {
    const record = await this.#record(id);
    if (record.state === 'interrupted') {
      const restarted = { ...this.#moved(record, 'restart'), ...UNTOUCHED };
      return this.#enqueue(restarted, this.#stored.put(restarted));
    }
    const job = this.#liveOrRefuse(record, 'resume', 'resumed');
    job.progress.resume();
    const shown = this.#move(job, 'resume');
    job.pause?.end();
    job.pause = null;
    return shown;
  }

  /**
   * Stops a job, and waits until its work has come to an end: as cancelled, or done when it was faster.
   * @throws HindcastError `usage.job-state` when it is over
   */
  async cancel(id: string): Promise<Job> {
    const record = await this.#record(id);
    const job = this.#liveOrRefuse(record, 'cancel', 'cancelled');
    job.stop.abort();
    job.pause?.end();
    if (job.settled === null) this.#end(job, 'cancel');
    await job.settled;
    return this.get(id);
  }

  /** Jobs that this process has in hand. */
  get inHand(): number {
    return this.#live.size;
  }

  /** Whether this process has such a job in hand. */
  hasInHand<I>({ kind }: JobWork<I>, isMeant: (input: I) => boolean): boolean {
    return [...this.#live.values()].some(({ record }) => record.kind === kind && isMeant(record.input as I));
  }

  /** Interrupts what is under way: it can begin again later. */
  async close(): Promise<void> {
    this.#isClosing = true;
    const jobs = [...this.#live.values()];
    for (const job of jobs) {
      job.stop.abort();
      job.pause?.end();
      if (job.settled === null) this.#end(job, 'interrupt');
    }
    await Promise.all(jobs.map(({ settled }) => settled));
    await this.#written;
  }

  /** Takes a job in hand. It begins once it is written down. */
  async #enqueue(record: JobRecord, write: Promise<void>): Promise<Job> {
    const job: LiveJob = {
      record,
      stop: new AbortController(),
      progress: new JobProgress(this.#now),
      pause: null,
      isStored: false,
      settled: null,
      publishedAt: Number.NEGATIVE_INFINITY,
    };
    this.#live.set(record.id, job);
    try {
      await write;
    } catch (cause) {
      this.#live.delete(record.id);
      throw cause;
    }
    job.isStored = true;
    this.#publish(job);
    // Whoever added it hears of it as queued.
    queueMicrotask(() => this.#startNext());
    return this.#shown(record);
  }

  #startNext(): void {
    if (this.#isClosing) return;
    for (const { kind, atOnce } of this.#works) {
      const ofKind = [...this.#live.values()].filter(({ record }) => record.kind === kind);
      const running = ofKind.filter(({ settled, pause }) => settled !== null && pause === null).length;
      const ready = ofKind.filter(({ settled, isStored }) => settled === null && isStored);
      const next = ready.slice(0, Math.max(0, atOnce - running));
      for (const job of next) job.settled = this.#perform(job);
    }
  }

  async #perform(job: LiveJob): Promise<void> {
    const work = this.#work(job.record.kind);
    job.record.startedAt = this.#clock();
    job.progress = new JobProgress(this.#now);
    this.#move(job, 'start');
    try {
      this.#end(job, await this.#outcome(job, work));
    } finally {
      this.#startNext();
    }
  }

  async #outcome(job: LiveJob, work: JobWork<unknown>): Promise<JobEvent> {
    try {
      job.record.result = await work.perform(work.input.parse(job.record.input), this.#controls(job));
      const { done, total } = job.progress.current;
      job.progress.update(Math.max(done, total), total);
      return 'finish';
    } catch (cause) {
      if (job.stop.signal.aborted) return this.#isClosing ? 'interrupt' : 'cancel';
      job.record.error = errorOf(cause);
      return 'fail';
    }
  }

  #controls(job: LiveJob): JobControls {
    return {
      signal: job.stop.signal,
      onProgress: (done, total) => {
        job.progress.update(done, total);
        if (this.#now() - job.publishedAt >= REPORT_INTERVAL) this.#publish(job);
      },
      onRun: (run) => {
        job.record.run = run;
        this.#store(job.record);
        this.#publish(job);
      },
      gate: async () => {
        await job.pause?.over;
      },
    };
  }

  /** Moves a job to another state, stores it and tells everybody. */
  #move(job: LiveJob, event: JobEvent): Job {
    const { done, total } = job.progress.current;
    Object.assign(job.record, this.#moved({ ...job.record, done, total }, event));
    this.#store(job.record);
    this.#publish(job);
    return this.#shown(job.record);
  }

  /** A disk that is full keeps no work from going on: what isn't stored counts as interrupted at the next start. */
  #store(record: JobRecord): void {
    const put = this.#stored.put(record);
    this.#written = Promise.all([this.#written, put]).then(ignored, (cause) => {
      if (!(cause instanceof HindcastError)) warn(cause);
    });
  }

  #end(job: LiveJob, event: JobEvent): void {
    job.record.finishedAt = this.#clock();
    this.#move(job, event);
    this.#live.delete(job.record.id);
    const { kind, state, input } = job.record;
    if (state !== 'done' && state !== 'cancelled') return;
    this.#written = this.#written.then(() => tidy(() => this.#work(kind).release?.(input)));
  }

  #prune<I>({ kind, input, prune }: JobWork<I>): void {
    if (prune === undefined) return;
    tidy(() => prune(this.#table.resumable(kind).flatMap((stored) => input.safeParse(stored).data ?? [])));
  }

  #moved(record: JobRecord, event: JobEvent): JobRecord {
    const state = nextState(record.state, event);
    if (state === null) throw wrongJobState(record.title, record.state, `moved by ${event}`);
    return { ...record, state, owner: isInHand(state) ? thisProcess() : null };
  }

  #publish(job: LiveJob): void {
    job.publishedAt = this.#now();
    this.#feed.publish(job.record.id, this.#shown(job.record));
  }

  #shown({ input: _, owner: __, ...record }: JobRecord): Job {
    const live = this.#live.get(record.id);
    const { unit, canPause } = this.#work(record.kind);
    const isMoving = live !== undefined && record.state === 'running';
    const { done, total, rate, eta } = live?.progress.current ?? { ...record, rate: null, eta: null };
    return { ...record, unit, canPause, done, total, rate: isMoving ? rate : null, eta: isMoving ? eta : null };
  }

  async #record(id: string): Promise<JobRecord> {
    if (!this.#live.has(id)) await this.#written;
    const record = this.#live.get(id)?.record ?? this.#table.get(id);
    if (record === undefined) throw noSuchJob(id);
    return record;
  }

  #liveOrRefuse(record: JobRecord, event: JobEvent, wanted: string): LiveJob {
    const job = this.#live.get(record.id);
    if (job === undefined || nextState(record.state, event) === null)
      throw wrongJobState(record.title, record.state, wanted);
    return job;
  }

  #work(kind: JobKind): JobWork<unknown> {
    const work = this.#works.find((one) => one.kind === kind);
    if (work === undefined) throw new TypeError(`no work of kind ${kind}`);
    return work;
  }
}

/** A job that is interrupted may begin again. */
const OVER: readonly JobState[] = ['done', 'failed', 'cancelled'];

async function* untilOver(changes: AsyncGenerator<Job, void, void>): AsyncGenerator<Job, void, void> {
  for await (const job of changes) {
    yield job;
    if (OVER.includes(job.state)) return;
  }
}

/** What can't be tidied up, such as a file that another program holds, keeps no job from going on. */
function tidy(work: () => void): void {
  try {
    work();
  } catch (cause) {
    warn(cause);
  }
}

function warn(cause: unknown): void {
  process.emitWarning(cause instanceof Error ? cause : String(cause));
}

function ignored(): void {}

function errorOf(cause: unknown): ErrorDetail | typeof INTERNAL_ERROR {
  return cause instanceof HindcastError ? cause.detail : INTERNAL_ERROR;
}
