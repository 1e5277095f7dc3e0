import type { ErrorDetail } from '#shared/domain/errors.ts';

/** What a thread can be asked. Every question gets one answer. */
export type Question =
  | { kind: 'call'; service: string; method: string; args: unknown[] }
  /** Opens a stream under a number of the asker's choice; it does nothing before its first part is asked for. */
  | { kind: 'open'; stream: number; service: string; method: string; args: unknown[] }
  /** Asks a stream for its next part: an `IteratorResult`. */
  | { kind: 'next'; stream: number }
  /** Nobody wants the rest of a stream. */
  | { kind: 'end'; stream: number }
  /** Nothing else will be asked. */
  | { kind: 'close' };

/** Errors for the user cross as data; what else is thrown is a bug of ours and crosses as it is. */
export type Answer =
  | { kind: 'value'; value: unknown }
  | { kind: 'refused'; error: ErrorDetail }
  | { kind: 'failed'; error: unknown };

/** Tells which answer belongs to which question. */
export type Numbered<T> = T & { id: number };
