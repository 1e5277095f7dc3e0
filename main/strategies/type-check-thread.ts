import { type ErrorDetail, HindcastError } from '#shared/domain/errors.ts';
import { assertStrategyTypes, type StrategyDiagnostic, typeCheckStrategy } from './type-check.ts';

/** What is wrong, as data that crosses the thread; null when nothing is. */
export type CheckReply = ErrorDetail | null;

export default function check({ source, file }: { source: string; file: string }): CheckReply {
  try {
    assertStrategyTypes(source, file);
    return null;
  } catch (error) {
    if (error instanceof HindcastError) return error.detail;
    throw error;
  }
}

/** All that is wrong, one by one. */
export function findings({ source, file }: { source: string; file: string }): StrategyDiagnostic[] {
  return typeCheckStrategy(source, file);
}
