import { createHash, randomBytes } from 'node:crypto';
import type { AccountSpec } from '#shared/domain/account.ts';
import type { CorporateAction } from '#shared/domain/corporate-action.ts';
import type { CostsSpec } from '#shared/domain/costs.ts';
import { HindcastError } from '#shared/domain/errors.ts';
import type { ParamValue, SemanticsId } from '#shared/domain/manifest.ts';
import type { RunResult } from '#shared/domain/run-result.ts';
import { clause } from '#shared/domain/sentence.ts';
import type { SeriesKey } from '#shared/domain/series.ts';
import type { BarIndex, Money, Ms } from '#shared/domain/units.ts';
import { ENGINE_VERSION } from '#worker/engine/version.ts';
import { resolveParams } from '#worker/strategy/params.ts';
import type { RunTask, StrategyDescription, StrategySource } from '#worker/task.ts';
import type { Asked } from '../threads/asked.ts';
import type { InputLoader } from './inputs/input-loader.ts';
import { buildManifest, manifestId } from './manifest.ts';
import type { RunRecord } from './run-record.ts';
import type { RunStore } from './run-store.ts';
import { storedStrategy } from './stored-strategy.ts';
import type { WorkerPool } from './worker-pool.ts';

/** What a person asks for when running a strategy. */
export interface RunRequest {
  strategy: StrategySource;
  /** Values that differ from the declared defaults; texts are read as the parameter asks. */
  params: Record<string, ParamValue>;
  /** The first one is the series that `data.close` means. */
  series: readonly SeriesKey[];
  /** First and last bar by opening time, both included. */
  from?: Ms;
  to?: Ms;
  /** Pairs such as EURUSD, for symbols that aren't quoted in the account's currency. */
  fx?: readonly SeriesKey[];
  /** Shorter bars that show what happened inside the bars: these, or those that are stored; none by default. */
  finer?: readonly SeriesKey[] | 'stored';
  /** By symbol: series whose closes are distances between bid and ask, for a spread that follows a series. */
  spreads?: Readonly<Record<string, SeriesKey>>;
  /** By symbol: series whose closes are funding rates. */
  funding?: Readonly<Record<string, SeriesKey>>;
  /** By symbol: splits and dividends, in the order of their times. */
  actions?: Readonly<Record<string, readonly CorporateAction[]>>;
  cash: Money;
  costs: CostsSpec;
  account: AccountSpec;
  semantics: SemanticsId;
  seed: number;
}

type RunTerms = Pick<RunRequest, 'cash' | 'costs' | 'account' | 'semantics' | 'seed'>;

export interface RunProgress {
  bar: BarIndex;
  bars: number;
}

export interface RunOptions {
  signal?: AbortSignal;
  onProgress?: (progress: RunProgress) => void;
  /** Called with the id of the run as soon as it is stored as running. */
  onBegin?: (id: string) => void;
}

export interface FinishedRun {
  record: RunRecord;
  result: RunResult;
}

/** What came out when a run was repeated. */
export interface Verification {
  /** Hash of the stored result; null when there is none. */
  stored: string | null;
  /** Hash of the new one. Equal to `stored` = verified. */
  fresh: string;
  /** The stored result is, to the last value, the one that came out now. */
  isIntact: boolean;
  /** Versions of the engine that made them. */
  engineThen: number;
  engineNow: number;
}

export interface RunServiceParts {
  /** What is small and read at once. */
  runs: Pick<RunStore, 'find' | 'source'>;
  /** What takes a while on many bars, and what is written. */
  storage: { inputs: Asked<InputLoader>; runs: Asked<Pick<RunStore, 'begin' | 'finish' | 'fail' | 'holds'>> };
  pool: WorkerPool;
  /** The time of day, for the list of runs only: no result depends on it. */
  clock: () => Ms;
}

/** Runs strategies and keeps every run with what it was made from. */
export class RunService {
  readonly #parts: RunServiceParts;

  constructor(parts: RunServiceParts) {
    this.#parts = parts;
  }

  /** What a strategy declares. */
  describe(strategy: StrategySource, options: RunOptions = {}): Promise<StrategyDescription> {
    return this.#parts.pool.perform({ kind: 'describe', ...strategy }, signalOf(options));
  }

  /**
   * Runs a strategy and stores the run: as done, as failed with everything up to the failure, or as cancelled.
   * @throws HindcastError for wrong parameters or data (nothing is stored), and for a run that gave no result
   */
  async run(request: RunRequest, options: RunOptions = {}): Promise<FinishedRun> {
    const { strategy } = request;
    const description = await this.describe(strategy, options);
    const params = resolveParams(description.params, request.params);
    const { runs, storage, clock } = this.#parts;
    const { inputs, task } = await storage.inputs.load(request);
    const manifest = buildManifest({ ...request, params, inputs, sourceHash: sha256(strategy.source) });
    const id = randomBytes(5).toString('hex');
    await storage.runs.begin({
      id,
      createdAt: clock(),
      strategyName: description.name,
      strategyFile: strategy.file,
      source: strategy.source,
      manifestId: manifestId(manifest),
      manifest,
    });
    options.onBegin?.(id);
    try {
      const result = await this.#compute(strategy, params, task, request, options);
      await storage.runs.finish(id, result, clock());
      return { record: runs.find(id), result };
    } catch (cause) {
      await storage.runs.fail(id, failureDetail(cause), clock());
      throw cause;
    }
  }

  /**
   * Runs a stored run again from its manifest.
   * @throws HindcastError `data.changed` when the bars are no longer those of the run, `storage.damaged-run` when
   * manifest or source don't match their hashes
   */
  async verify(record: RunRecord, options: RunOptions = {}): Promise<Verification> {
    const { manifest } = record;
    const { runs, storage } = this.#parts;
    const strategy = storedStrategy(record, runs);
    const { task } = await storage.inputs.reload(record);
    const fresh = await this.#compute(strategy, manifest.params, task, manifest, options);
    return {
      stored: record.resultHash,
      fresh: fresh.resultHash,
      isIntact: await storage.runs.holds(record, fresh),
      engineThen: manifest.engine,
      engineNow: ENGINE_VERSION,
    };
  }

  async #compute(
    strategy: StrategySource,
    params: Record<string, ParamValue>,
    inputs: Pick<RunTask, 'series' | 'rates'>,
    { cash, costs, account, semantics, seed }: RunTerms,
    options: RunOptions,
  ): Promise<RunResult> {
    const bars = Math.max(...inputs.series.map((one) => one.bars.time.length));
    const progress = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
    new Int32Array(progress).fill(-1);
    const { onProgress } = options;
    return this.#parts.pool.perform(
      {
        kind: 'run',
        ...strategy,
        params,
        ...inputs,
        cash,
        costs,
        account,
        semantics,
        seed,
        progress,
      },
      {
        ...signalOf(options),
        ...(onProgress !== undefined && {
          onProgress: (bar) => onProgress({ bar: Math.min(bars, Math.max(0, bar)), bars }),
        }),
      },
    );
  }
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function signalOf({ signal }: RunOptions): { signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}

function failureDetail(cause: unknown): HindcastError['detail'] {
  if (cause instanceof HindcastError) return cause.detail;
  return { kind: 'run', code: 'run.internal', message: `The run failed inside Hindcast: ${clause(String(cause))}.` };
}
