import { randomBytes } from 'node:crypto';
import { INTERNAL_ERROR } from '#shared/contract/errors.ts';
import type { SweepRow } from '#shared/contract/sweeps.ts';
import { HindcastError } from '#shared/domain/errors.ts';
import type { ParamValue } from '#shared/domain/manifest.ts';
import { Levels } from '#shared/domain/search-space.ts';
import type { Ms } from '#shared/domain/units.ts';
import { SEARCHES } from '#worker/research/search/searches.ts';
import type { StrategyDescription } from '#worker/task.ts';
import { Feed } from '../jobs/feed.ts';
import { pinned, type RunInput } from '../jobs/kinds/run-work.ts';
import type { InputLoader, LoadedInputs } from '../runs/inputs/input-loader.ts';
import { buildManifest, manifestId } from '../runs/manifest.ts';
import type { RunRequest, RunService } from '../runs/run-service.ts';
import type { WorkerPool } from '../runs/worker-pool.ts';
import { sourceHash } from '../strategies/source-hash.ts';
import type { Asked } from '../threads/asked.ts';
import { makeRuns, type SweepWork } from './make-runs.ts';
import { performSets } from './perform-sets.ts';
import { planSearch, type SearchPlan, type SearchTerms } from './search-plan.ts';
import { changedSince } from './sweep-errors.ts';
import type { SweepRecord } from './sweep-record.ts';
import type { SweepResults } from './sweep-results.ts';
import type { SweepStore } from './sweep-store.ts';
import { SweepTrials } from './sweep-trials.ts';

/** What is asked for when parameters are swept: a run, and how to search. */
export interface SweepInput {
  run: RunInput;
  search: SearchTerms;
}

export interface SweepControls {
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
  /** Waits while the sweep is paused; asked for before each piece of work. */
  gate?: () => Promise<void>;
}

export interface SweepEstimate {
  places: number;
  isExact: boolean;
  runs: number;
  seconds: number | null;
  bytes: { bars: number; results: number };
}

export interface SweepServiceParts {
  /** What is small and read at once. */
  sweeps: Pick<SweepStore, 'find' | 'basis'>;
  storage: {
    inputs: Asked<Pick<InputLoader, 'load'>>;
    sweeps: Asked<Pick<SweepStore, 'add' | 'claim' | 'putManifest' | 'put' | 'end'>>;
    sweepResults: Asked<Pick<SweepResults, 'journal'>>;
  };
  pool: WorkerPool;
  runService: Pick<RunService, 'describe'>;
  /** The request behind what was asked for. @throws HindcastError for series and strategies that aren't there */
  requestOf: (input: RunInput) => RunRequest;
  /** The time of day. */
  clock: () => Ms;
  /** A clock that never goes back. */
  now?: () => Ms;
}

/** Between two reports of one sweep. */
const REPORT_INTERVAL: Ms = 250;
/** Runs that are timed for an estimate, behind the first. */
const TIMED_RUNS = 8;

/** Runs a strategy with many sets of parameters, keeps some metrics of each, and goes on where it was stopped. */
export class SweepService {
  readonly #parts: SweepServiceParts;
  readonly #now: () => Ms;
  readonly #reportedAt = new Map<string, Ms>();
  /** Tells of sweeps as they change, at most four times a second each. */
  readonly changes = new Feed<SweepRow>();

  constructor(parts: SweepServiceParts) {
    this.#parts = parts;
    this.#now = parts.now ?? (() => performance.now());
  }

  /** What a sweep would take. @throws HindcastError as `create` does, and for data that isn't there */
  async estimate(input: SweepInput, { signal }: SweepControls = {}): Promise<SweepEstimate> {
    const request = this.#parts.requestOf(input.run);
    const plan = await this.#plan(request, input.search, signal);
    const { search, places, isExact } = plan;
    const loaded = await this.#parts.storage.inputs.load(request);
    const time = await this.#timePerRun(request, plan, loaded, signal);
    const lanes = Math.min(search.budget, this.#parts.pool.threads);
    return {
      places,
      isExact,
      runs: search.budget,
      seconds: time === null ? null : (time * search.budget) / lanes / 1_000,
      bytes: {
        bars: barBytes(loaded),
        results: search.budget * (1 + search.metrics.length) * Float64Array.BYTES_PER_ELEMENT,
      },
    };
  }

  /**
   * Checks a sweep and writes it down, to be performed.
   * @throws HindcastError for a strategy that can't be loaded, a wrong space, and series that aren't there
   */
  async create({ run, search: terms }: SweepInput, { signal }: SweepControls = {}): Promise<SweepRecord> {
    const { sweeps, storage, requestOf, clock } = this.#parts;
    const request = requestOf(run);
    const description = await this.#describe(request, signal);
    const { search } = await planSearch(terms, description.params, request.params);
    const id = randomBytes(5).toString('hex');
    await storage.sweeps.add({
      id,
      createdAt: clock(),
      strategyName: description.name,
      strategyFile: request.strategy.file,
      run: pinned(run, request),
      search,
    });
    const record = sweeps.find(id);
    this.#publish(record);
    return record;
  }

  /**
   * Makes the runs of a sweep that aren't made yet. Those of a sweep that is stopped are kept.
   * @throws HindcastError when it is stopped (`run.cancelled`), can't go on (`data.changed`), or fails as a whole;
   * `usage.sweep-status` when it is over or under way
   */
  async perform(id: string, controls: SweepControls = {}): Promise<SweepRecord> {
    const { storage, clock } = this.#parts;
    const claimed = await storage.sweeps.claim(id);
    this.#publish(claimed);
    try {
      await this.#makeRuns(claimed, controls);
      return this.#publish(await storage.sweeps.end(id, 'done', null, clock()));
    } catch (cause) {
      const isStopped = controls.signal?.aborted === true;
      const error = cause instanceof HindcastError ? cause.detail : INTERNAL_ERROR;
      this.#publish(await storage.sweeps.end(id, isStopped ? 'stopped' : 'failed', isStopped ? null : error, clock()));
      throw cause;
    }
  }

  /**
   * The parameters of some places, those that aren't searched as asked for.
   * @throws HindcastError `usage.no-such-sweep`
   */
  paramsAt({ id, search }: SweepRecord, places: readonly number[]): Record<string, ParamValue>[] {
    const { params } = this.#parts.sweeps.basis(id).run_terms;
    const levels = new Levels(search.space);
    return places.map((place) => ({ ...params, ...levels.paramsAt(levels.placeOf(place)) }));
  }

  async #makeRuns(sweep: SweepRecord, controls: SweepControls): Promise<void> {
    const { sweeps, storage, pool, requestOf } = this.#parts;
    const { run_terms, manifest } = sweeps.basis(sweep.id);
    const request = requestOf(run_terms);
    const plan = await this.#plan(request, sweep.search, controls.signal);
    const loaded = await storage.inputs.load(request);
    const fresh = buildManifest({
      ...request,
      params: plan.params,
      inputs: loaded.inputs,
      sourceHash: sourceHash(request.strategy.source),
    });
    if (manifest === null) await storage.sweeps.putManifest(sweep.id, fresh);
    else if (manifestId(manifest) !== manifestId(fresh)) throw changedSince(sweep.id);
    const { method, budget, objectives, searchSeed } = plan.search;
    const search = SEARCHES[method]({ levels: plan.levels, budget, seed: searchSeed });
    // One lane more than there are threads: none waits while what another has found is written down.
    const lanes = Math.min(budget, pool.threads + 1);
    const trials = new SweepTrials({ search, method, budget, objectives, lanes: pool.threads });
    await this.#replay(sweep, trials);
    controls.onProgress?.(sweep.done, budget);
    await makeRuns({
      ...controls,
      pool,
      trials,
      lanes,
      now: this.#now,
      task: taskOf(request, loaded, plan),
      setsOf: (places) => places.map((place) => ({ ...plan.params, ...plan.levels.paramsAt(place) })),
      put: async ({ first, places, metrics, failures }) => {
        const indexes = Float64Array.from(places, (place) => plan.levels.indexOf(place));
        const chunk = {
          first,
          places: indexes,
          metrics,
          failures: failures.map(({ set, message }) => ({ place: indexes[set] ?? 0, message })),
        };
        const record = await storage.sweeps.put(sweep.id, chunk);
        trials.tell({
          first,
          runs: places.length,
          metrics: objectives.map(({ metric }) => metrics[plan.search.metrics.indexOf(metric)] ?? indexes),
        });
        controls.onProgress?.(record.done, budget);
        this.#report(record);
      },
    });
  }

  /** Tells a search what is made already. */
  async #replay(sweep: SweepRecord, trials: SweepTrials): Promise<void> {
    const metrics = sweep.search.objectives.map(({ metric }) => metric);
    for (let from = 0; ; ) {
      const chunks = await this.#parts.storage.sweepResults.journal(sweep, from, metrics);
      for (const chunk of chunks) trials.tell(chunk);
      const last = chunks.at(-1);
      if (last === undefined) return;
      from = last.first + last.runs;
    }
  }

  #describe({ strategy }: RunRequest, signal: AbortSignal | undefined): Promise<StrategyDescription> {
    return this.#parts.runService.describe(strategy, signalOf(signal));
  }

  async #plan(request: RunRequest, terms: SearchTerms, signal: AbortSignal | undefined): Promise<SearchPlan> {
    const { params } = await this.#describe(request, signal);
    return planSearch(terms, params, request.params);
  }

  /** How long one run takes on one thread; null when none of a few came to an end. */
  async #timePerRun(
    request: RunRequest,
    plan: SearchPlan,
    loaded: LoadedInputs,
    signal: AbortSignal | undefined,
  ): Promise<Ms | null> {
    const { levels, params, search } = plan;
    const places = SEARCHES.random({ levels, budget: 1 + TIMED_RUNS, seed: search.searchSeed }).propose(1 + TIMED_RUNS);
    const [first, ...rest] = places.map((place) => ({ ...params, ...levels.paramsAt(place) }));
    if (first === undefined) return null;
    const task = taskOf(request, loaded, plan);
    let began = this.#now();
    const options = {
      ...signalOf(signal),
      onBegin: () => {
        began = this.#now();
      },
    };
    // The first one loads the strategy.
    const alone = await performSets(this.#parts.pool, { ...task, sets: [first] }, options);
    if (rest.length === 0) return alone.failures.length === 0 ? this.#now() - began : null;
    const { failures } = await performSets(this.#parts.pool, { ...task, sets: rest }, options);
    return failures.length < rest.length ? (this.#now() - began) / rest.length : null;
  }

  #report(record: SweepRecord): void {
    const last = this.#reportedAt.get(record.id) ?? Number.NEGATIVE_INFINITY;
    if (this.#now() - last < REPORT_INTERVAL) return;
    this.#reportedAt.set(record.id, this.#now());
    this.#publish(record);
  }

  #publish(record: SweepRecord): SweepRecord {
    if (record.status !== 'running') this.#reportedAt.delete(record.id);
    this.changes.publish(record.id, record);
    return record;
  }
}

function taskOf(request: RunRequest, { task }: LoadedInputs, { search }: SearchPlan): SweepWork['task'] {
  const { strategy, cash, costs, account, semantics, seed } = request;
  return { kind: 'sweep', ...strategy, ...task, cash, costs, account, semantics, seed, metrics: search.metrics };
}

function signalOf(signal: AbortSignal | undefined): { signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}

function barBytes({ task }: LoadedInputs): number {
  return task.series.reduce((sum, { bars }) => sum + bars.time.length * 6 * Float64Array.BYTES_PER_ELEMENT, 0);
}
