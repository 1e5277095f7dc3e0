import { basename } from 'node:path/posix';
import type { Database } from 'better-sqlite3';
import type { Trials } from '#shared/contract/research.ts';
import { orNull } from '#shared/domain/or-null.ts';
import { expectedMaximumSharpe } from '#worker/research/overfitting/expected-maximum-sharpe.ts';

interface LedgerRow {
  trials: number;
  sharpes: number;
  mean: number;
  squares: number;
}

const NONE: LedgerRow = { trials: 0, sharpes: 0, mean: 0, squares: 0 };

/**
 * Under which name a strategy's trials are counted: a person's own by its id, others by the name of their file, wherever
 * that lies.
 */
export function ledgerName(file: string, own?: string): string {
  return own === undefined ? `file:${basename(file.replaceAll('\\', '/'))}` : `id:${own}`;
}

/** The table `trial_ledger`: how often each strategy was tried. It only ever grows. */
export class TrialLedger {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @param strategy as `ledgerName` gives it */
  of(strategy: string): Trials {
    const { trials, sharpes, mean, squares } = this.#row(strategy);
    const variance = sharpes > 1 ? squares / (sharpes - 1) : Number.NaN;
    return {
      trials,
      sharpes,
      meanSharpe: orNull(sharpes > 0 ? mean : Number.NaN),
      varianceOfSharpe: orNull(variance),
      expectedMaximumSharpe: orNull(sharpes > 1 ? expectedMaximumSharpe(trials, variance) : Number.NaN),
    };
  }

  /**
   * Counts trials; called in the transaction that stores them.
   * @param sharpes the annualised Sharpe ratio of each; NaN where it has none
   */
  count(strategy: string, sharpes: ArrayLike<number>): void {
    const before = this.#row(strategy);
    const after = { ...before, trials: before.trials + sharpes.length };
    // Welford (1962): sums of squares would lose the digits that a variance is made of.
    for (const sharpe of Array.from(sharpes)) {
      if (!Number.isFinite(sharpe)) continue;
      after.sharpes++;
      const away = sharpe - after.mean;
      after.mean += away / after.sharpes;
      after.squares += away * (sharpe - after.mean);
    }
    this.#database
      .prepare(
        `INSERT INTO trial_ledger (strategy, trials, sharpes, mean, squares)
         VALUES (@strategy, @trials, @sharpes, @mean, @squares)
         ON CONFLICT DO UPDATE SET trials = @trials, sharpes = @sharpes, mean = @mean, squares = @squares`,
      )
      .run({ strategy, ...after });
  }

  /** Counts a run; called in the transaction that stores its result. */
  countRun(run: string, sharpe: number): void {
    this.count(this.nameOf(run), [sharpe]);
  }

  /** Under which name a stored run is counted. */
  nameOf(run: string): string {
    const row = this.#database
      .prepare<[string], { file: string; own: string | null }>(
        `SELECT strategy_file AS file, strategy_id AS own
         FROM runs LEFT JOIN strategy_runs ON strategy_runs.run_id = runs.id WHERE runs.id = ?`,
      )
      .get(run);
    return ledgerName(row?.file ?? '', row?.own ?? undefined);
  }

  #row(strategy: string): LedgerRow {
    return (
      this.#database
        .prepare<[string], LedgerRow>('SELECT trials, sharpes, mean, squares FROM trial_ledger WHERE strategy = ?')
        .get(strategy) ?? NONE
    );
  }
}
