import type { AccountSpec } from '#shared/domain/account.ts';
import type { CostsSpec } from '#shared/domain/costs.ts';
import type { ErrorDetail } from '#shared/domain/errors.ts';
import type { ParamValue, SemanticsId } from '#shared/domain/manifest.ts';
import type { MetricId } from '#shared/domain/metric-catalog.ts';
import type { Proofs } from '#shared/domain/proof.ts';
import type { RunResult } from '#shared/domain/run-result.ts';
import type { Money } from '#shared/domain/units.ts';
import type { ParamDeclarations } from '#shared/strategy-api/params.ts';
import type { SimulatedSeries } from './engine/backtest.ts';
import type { RunLines } from './lines/evaluate-lines.ts';
import type { SweptRuns } from './sweep/perform-sweep.ts';

/** A strategy's source as the user wrote it, and the name of its file for messages. */
export interface StrategySource {
  source: string;
  file: string;
}

/** Asks what a strategy declares, without running it. */
export interface DescribeTask extends StrategySource {
  kind: 'describe';
}

export interface StrategyDescription {
  name: string;
  description: string;
  params: ParamDeclarations;
}

/** One symbol of a run, with what is known of it beside its bars. */
export interface RunSeries extends SimulatedSeries {
  closeOnly: boolean;
  /**
   * Stands for exactly these bars: indicators of them are remembered under it, from run to run. Those of bars without one
   * are forgotten with the run.
   */
  hash?: string;
}

/** Asks for one run. Bars should lie in shared memory: they are read, never copied or written. */
export interface RunTask extends StrategySource {
  kind: 'run';
  /** A value for every declared parameter. */
  params: Record<string, ParamValue>;
  series: RunSeries[];
  cash: Money;
  costs: CostsSpec;
  account: AccountSpec;
  /** For each symbol, at each bar of the run's clock, account money for a unit of its quote currency; null = 1. */
  rates?: readonly (Float64Array | null)[];
  semantics: SemanticsId;
  seed: number;
  /** Four bytes: the bar that the run has reached, for whoever watches. */
  progress: SharedArrayBuffer;
}

/** Asks for the series that a run's strategy works with on one of its symbols. Bars as for the run. */
export interface LinesTask extends StrategySource, Pick<RunTask, 'params' | 'seed'> {
  kind: 'lines';
  series: Pick<RunSeries, 'instrument' | 'bars' | 'hash'>[];
  symbol: string;
}

/**
 * Asks for many runs that differ in their parameters only, and for nothing but some of their metrics. `progress` counts
 * finished runs.
 */
export interface SweepTask extends Omit<RunTask, 'kind' | 'params'> {
  kind: 'sweep';
  sets: readonly Record<string, ParamValue>[];
  metrics: readonly MetricId[];
}

/** Asks what repeating a run on other bars shows. `progress` counts finished repetitions. */
export interface ProofTask extends Omit<RunTask, 'kind'> {
  kind: 'proof';
}

export type Task = DescribeTask | RunTask | LinesTask | SweepTask | ProofTask;

/** Errors for the user cross the thread as data; anything thrown is a bug of ours. */
export type TaskReply<T> = { ok: true; value: T } | { ok: false; error: ErrorDetail };

export interface TaskReplies {
  describe: TaskReply<StrategyDescription>;
  run: TaskReply<RunResult>;
  lines: TaskReply<RunLines>;
  sweep: TaskReply<SweptRuns>;
  proof: TaskReply<Proofs>;
}
