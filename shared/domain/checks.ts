import type { Fraction } from './units.ts';

/** Automatic checks of a finished run. Ids are public: add, never rename. */
export const CHECK_IDS = [
  'few-trades',
  'best-trade',
  'forced-closes',
  'best-year',
  'costs',
  'optimistic-timing',
  'ambiguous-fills',
  'stale-fills',
  'data-gaps',
  'exposure',
  'parameters',
  'short-history',
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

export const CHECK_SEVERITIES = ['info', 'warning', 'serious'] as const;
export type CheckSeverity = (typeof CHECK_SEVERITIES)[number];

/** A reason to trust the result of a run less. */
export interface CheckFinding {
  readonly id: CheckId;
  /** How much less, if nothing else were wrong: 0 = not at all, 1 = the result says nothing. */
  readonly weight: Fraction;
  readonly severity: CheckSeverity;
  /** What was found, one or two sentences with numbers. */
  readonly message: string;
  /** What to do about it, one sentence. */
  readonly suggestion: string;
}
