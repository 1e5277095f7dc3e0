import type { ApiError } from '#shared/contract/errors.ts';
import type { RunRow } from '#shared/contract/run.ts';
import type { StrategyProblem } from '#shared/contract/strategies.ts';
import { joinFiles, MAIN_FILE, placeInFiles, type StrategyFiles } from '#shared/domain/strategy-files.ts';
import type { Problem, ProblemOwner } from '../../../editor/problem.ts';
import { formatCount } from '../../../ui/format/count.ts';
import { formatTime } from '../../../ui/format/time-utc.ts';
import { pathOf } from '../draft/paths.ts';

/** By the host's name for it. */
const OWNERS: Readonly<Record<StrategyProblem['owner'], ProblemOwner>> = {
  types: 'check',
  syntax: 'check',
  load: 'check',
  lint: 'lint',
};

/**
 * What the host found, without what the editor's own compiler finds as well.
 *
 * @param leftToHost TypeScript's numbers of those that the editor leaves to the host
 */
export function hostProblems(
  strategy: string,
  found: readonly StrategyProblem[],
  leftToHost: readonly number[],
): Problem[] {
  return found
    .filter(({ owner, code }) => owner !== 'types' || leftToHost.some((number) => code === `TS${number}`))
    .map(({ owner, file, line, column, code, message, hint, severity, endLine, endColumn, fix }) => ({
      owner: OWNERS[owner],
      path: pathOf(strategy, file),
      severity: severity ?? 'error',
      line: line ?? 1,
      column: column ?? 1,
      message: hint === undefined ? message : `${message} ${hint}`,
      code,
      ...(endLine !== undefined && endColumn !== undefined && { end: { line: endLine, column: endColumn } }),
      ...(fix !== undefined && {
        fix: {
          title: fix.title,
          edits: fix.edits.map(({ file, ...edit }) => ({ path: pathOf(strategy, file), ...edit })),
        },
      }),
    }));
}

/** Where and why a strategy stopped while it ran; null where it came to its end. A run has all files in one text. */
export function failureProblem(
  strategy: string,
  files: StrategyFiles,
  { failure }: Pick<RunRow, 'failure'>,
): Problem | null {
  if (failure === null) return null;
  const { message, code, bar, time, line, column } = failure;
  const place = line === null ? null : placeInFiles(joinFiles(files), line);
  return {
    owner: 'runtime',
    path: pathOf(strategy, place?.path ?? MAIN_FILE),
    severity: 'error',
    line: place?.line ?? 1,
    column: column ?? 1,
    message: `${message} At bar ${formatCount(bar + 1)}, ${formatTime(time)}.`,
    code,
  };
}

/**
 * Where a run couldn't even begin; null where the error has nothing to do with the text.
 *
 * @param files paths of those that the strategy has: a text of one file goes by another name in a run
 */
export function errorProblem(strategy: string, files: readonly string[], error: ApiError | null): Problem | null {
  if (error === null || error.kind !== 'strategy' || error.at === undefined) return null;
  const { message, hint, code, at } = error;
  return {
    owner: 'runtime',
    path: pathOf(strategy, files.includes(at.file) ? at.file : MAIN_FILE),
    severity: 'error',
    line: at.line,
    column: at.column,
    message: hint === undefined ? message : `${message} ${hint}`,
    code,
  };
}

/** Hides what the host says of a line of which the editor says something already. */
export function withoutEchoes(problems: readonly Problem[]): Problem[] {
  const said = new Set(problems.filter(({ owner }) => owner === 'types').map(placeOf));
  return problems.filter((problem) => problem.owner !== 'check' || !said.has(placeOf(problem)));
}

const placeOf = ({ path, line }: Problem) => `${path}:${line}`;
