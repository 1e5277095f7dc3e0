import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { HindcastError } from '#shared/domain/errors.ts';
import { isoTime } from '#shared/domain/iso-time.ts';
import type { BarIndex, Ms } from '#shared/domain/units.ts';
import type { Task, TaskReplies } from '#worker/task.ts';
import { MemoryGuard } from './memory-guard.ts';
import { Turns } from './turns.ts';

export interface RunLimits {
  /** Longest time that one task may take, waiting for a free thread not counted. */
  wallClock: Ms;
  /** Largest heap of one worker thread, garbage that wasn't collected yet included. */
  heapMegabytes: number;
}

export const DEFAULT_LIMITS: RunLimits = { wallClock: 60_000, heapMegabytes: 1_024 };

export interface PerformOptions {
  signal?: AbortSignal;
  /** Called when a thread is free for it. */
  onBegin?: () => void;
  /** Called at most ten times a second with the bar that the run has reached, or the runs that a sweep or a proof has made. */
  onProgress?: (done: BarIndex | number) => void;
}

export interface WorkerPoolOptions {
  /** The worker's entry: a source file here, a bundle in the packaged app. */
  entry?: URL;
  threads?: number;
  limits?: Partial<RunLimits>;
}

const PROGRESS_INTERVAL: Ms = 100;
/** The longest time that a timer can wait. */
const LONGEST_TIMER: Ms = 2 ** 31 - 1;
/** What a thread may overshoot its limit by between two looks of the guard, before V8 ends the whole process. */
const SLACK_MEGABYTES = 4_096;
/** Nothing but the guard ends a thread that wasn't told to stop; V8 does when memory grows too slowly to be seen. */
const ENDED_FOR_MEMORY = /^worker exited with code|^Worker terminated due to reaching memory limit/;

/**
 * Threads that run strategies. Whatever a strategy does, a task ends: with its reply, when it is cancelled, when
 * its time is over or when its thread has used up its memory. Tasks on other threads go on undisturbed.
 */
export class WorkerPool {
  readonly #piscina: Piscina;
  readonly #limits: RunLimits;
  readonly #turns: Turns;
  readonly #guard: MemoryGuard;
  #isClosed = false;
  /** How many tasks run at the same time, at most. */
  readonly threads: number;

  constructor(options: WorkerPoolOptions = {}) {
    this.#limits = { ...DEFAULT_LIMITS, ...options.limits };
    const threads = options.threads ?? availableParallelism();
    this.threads = threads;
    this.#piscina = new Piscina({
      filename: (options.entry ?? new URL('../../worker/index.ts', import.meta.url)).href,
      minThreads: 1,
      maxThreads: threads,
      idleTimeout: 30_000,
      // A strategy's thread sees neither the environment nor the flags of this process.
      env: {},
      execArgv: [],
      argv: [],
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.heapMegabytes + SLACK_MEGABYTES },
    });
    // A thread that fails after its task was given up has nobody to tell.
    this.#piscina.on('error', () => {});
    this.#turns = new Turns(threads);
    this.#guard = new MemoryGuard(() => this.#piscina.threads, this.#limits.heapMegabytes);
  }

  /**
   * Performs one task on a free thread.
   * @returns the worker's value
   * @throws HindcastError what the worker reports, or `strategy.timeout`, `strategy.out-of-memory`, `run.cancelled`
   */
  async perform<K extends Task['kind']>(
    task: Extract<Task, { kind: K }>,
    options: PerformOptions = {},
  ): Promise<Extract<TaskReplies[K], { ok: true }>['value']> {
    const stop = new AbortController();
    const cancel = () => stop.abort('cancelled');
    if (options.signal?.aborted) throw cancelled();
    options.signal?.addEventListener('abort', cancel, { once: true });
    try {
      const reply = await this.#inTurn(task, stop, options);
      if (reply.ok) return reply.value as Extract<TaskReplies[K], { ok: true }>['value'];
      throw new HindcastError(reply.error);
    } catch (cause) {
      throw this.#explain(cause, task, stop.signal);
    } finally {
      options.signal?.removeEventListener('abort', cancel);
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#piscina.destroy();
  }

  /** Waits for a free thread; from then on the task's time runs. */
  async #inTurn<K extends Task['kind']>(
    task: Extract<Task, { kind: K }>,
    stop: AbortController,
    { onBegin, onProgress }: PerformOptions,
  ): Promise<TaskReplies[K]> {
    await this.#turns.take(stop.signal);
    onBegin?.();
    const timer = setTimeout(() => stop.abort('timeout'), Math.min(this.#limits.wallClock, LONGEST_TIMER));
    const watch = watchProgress(task, onProgress);
    try {
      if (this.#isClosed) throw cancelled();
      return await this.#guard.during(() => this.#piscina.run(task, { signal: stop.signal }));
    } finally {
      clearTimeout(timer);
      clearInterval(watch);
      this.#turns.give();
    }
  }

  #explain(cause: unknown, task: Task, stopped: AbortSignal): unknown {
    if (cause instanceof HindcastError) return cause;
    if (stopped.reason === 'cancelled' || this.#isClosed) return cancelled();
    if (stopped.reason === 'timeout') {
      return new HindcastError({
        kind: 'strategy',
        code: 'strategy.timeout',
        message: `${task.file} was stopped after ${this.#limits.wallClock / 1_000} s${placeInRun(task)}.`,
        hint: 'Look for a loop that never ends, or allow more time.',
      });
    }
    if (cause instanceof Error && ENDED_FOR_MEMORY.test(cause.message)) {
      return new HindcastError({
        kind: 'strategy',
        code: 'strategy.out-of-memory',
        message: `${task.file} was stopped because it used more than ${this.#limits.heapMegabytes} MB of memory${placeInRun(task)}.`,
        hint: 'Look for a list that grows on every bar, or allow more memory.',
      });
    }
    return cause;
  }
}

function watchProgress(task: Task, onProgress: PerformOptions['onProgress']): NodeJS.Timeout | undefined {
  if (onProgress === undefined || !('progress' in task)) return undefined;
  const progress = new Int32Array(task.progress);
  return setInterval(() => onProgress(Atomics.load(progress, 0)), PROGRESS_INTERVAL);
}

function placeInRun(task: Task): string {
  if (task.kind === 'sweep') {
    const [only, another] = task.sets;
    const params = Object.entries(only ?? {}).map(([name, value]) => `${name}=${value}`);
    return another === undefined ? ` with ${params.join(' ')}` : ` while it made ${task.sets.length} runs`;
  }
  if (task.kind === 'proof') return ' while it was repeated on other bars';
  if (task.kind !== 'run') return ' while it was being loaded';
  const bar = Atomics.load(new Int32Array(task.progress), 0);
  if (bar < 0) return ' before the first bar';
  const [only, another] = task.series;
  const time = another === undefined ? only?.bars.time[bar] : undefined;
  return ` on bar ${bar + 1}${time === undefined ? '' : ` (${isoTime(time)})`}`;
}

function cancelled(): HindcastError {
  return new HindcastError({ kind: 'run', code: 'run.cancelled', message: 'The run was cancelled.' });
}
