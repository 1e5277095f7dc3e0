/**
 * What went wrong, as the user needs to sort it.
 *
 * - `usage`: the request itself is wrong (unknown flag, unknown parameter, date that can't be read)
 * - `data`: market data is missing, unreadable or wrong
 * - `strategy`: the strategy doesn't compile, throws, loops or eats memory
 * - `run`: the run failed for another reason (cancelled, verification failed)
 * - `storage`: the disk or the database refused
 */
export type ErrorKind = 'usage' | 'data' | 'strategy' | 'run' | 'storage';

/** A place in a text file, counted from 1. */
export interface SourceLocation {
  file: string;
  line: number;
  column: number;
}

export interface ErrorDetail {
  kind: ErrorKind;
  /** Stable, for programs: `strategy.syntax`, `data.bad-rows` … */
  code: string;
  /** What happened, one sentence for a person. */
  message: string;
  /** What to do about it. */
  hint?: string;
  /** Where in the strategy or data file. */
  at?: SourceLocation;
  /** The lines behind the message: bad rows, the source line with a caret … */
  lines?: string[];
}

/** An error that is meant for the user: it says what happened and what to do. Anything else is a bug of ours. */
export class HindcastError extends Error {
  override readonly name = 'HindcastError';
  readonly detail: ErrorDetail;

  constructor(detail: ErrorDetail, options?: { cause?: unknown }) {
    super(detail.message, options);
    this.detail = detail;
  }
}
