import type { CheckFinding } from '#shared/domain/checks.ts';
import { type Check, severityOf } from './check.ts';
import type { CheckInput } from './check-input.ts';
import { CHECKS } from './checks.ts';

/** What the checks found, the heaviest first; empty when all is well. */
export function runChecks(input: CheckInput, checks: readonly Check[] = CHECKS): CheckFinding[] {
  const findings = checks.flatMap((check) => {
    const doubt = check.look(input);
    return doubt === null ? [] : [{ id: check.id, severity: severityOf(doubt.weight), ...doubt }];
  });
  return findings.toSorted((a, b) => b.weight - a.weight);
}
