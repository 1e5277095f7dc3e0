import type { CheckFinding, CheckId, CheckSeverity } from '#shared/domain/checks.ts';
import type { Fraction } from '#shared/domain/units.ts';
import type { CheckInput } from './check-input.ts';

/** What a check has to say, before it is sorted in with the others. */
export type Doubt = Pick<CheckFinding, 'weight' | 'message' | 'suggestion'>;

/** One look at a finished run. */
export interface Check {
  readonly id: CheckId;
  /** Null when all is well, or when there is nothing to look at. */
  look(input: CheckInput): Doubt | null;
}

const SERIOUS: Fraction = 0.6;
const WARNING: Fraction = 0.3;

/** The word for a weight. */
export function severityOf(weight: Fraction): CheckSeverity {
  if (weight >= SERIOUS) return 'serious';
  return weight >= WARNING ? 'warning' : 'info';
}
