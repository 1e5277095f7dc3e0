import type { WrittenParam } from '#shared/contract/strategies.ts';
import { type ErrorDetail, HindcastError } from '#shared/domain/errors.ts';
import { splitFiles } from '#shared/domain/strategy-files.ts';
import type { Finding } from '../lint/finding.ts';
import { lint } from '../lint/lint.ts';
import { assertStrategyTypes, type StrategyDiagnostic, typeCheckStrategy } from './type-check.ts';
import { writtenParams } from './written-params.ts';

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

/** The parameters that a text declares, whether it compiles or not. */
export function params({ source }: { source: string }): WrittenParam[] {
  return writtenParams(source);
}

/** What a trader would doubt in a text. */
export function doubts({ source }: { source: string }): Finding[] {
  return lint(splitFiles(source));
}
