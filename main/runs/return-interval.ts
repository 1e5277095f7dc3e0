import type { RunResult } from '#shared/domain/run-result.ts';
import type { Fraction, Money } from '#shared/domain/units.ts';

/** Total returns between which the truth lies. */
export interface ReturnInterval {
  /** Every ambiguous bar goes against the strategy: the result as it is. */
  least: Fraction;
  /** Every ambiguous bar goes its way. */
  most: Fraction;
}

/** What ambiguous bars leave open of a total return; null where they leave nothing open. */
export function returnInterval({ ambiguity }: Pick<RunResult, 'ambiguity'>, cash: Money): ReturnInterval | null {
  const { pessimistic, optimistic } = ambiguity;
  return optimistic > pessimistic ? { least: pessimistic / cash - 1, most: optimistic / cash - 1 } : null;
}
