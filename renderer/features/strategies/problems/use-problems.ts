import { useEffect, useEffectEvent, useState } from 'react';
import type { ApiError } from '#shared/contract/errors.ts';
import type { RunDetail } from '#shared/contract/run.ts';
import { client } from '../../../app/api/client.ts';
import { LEFT_TO_HOST } from '../../../editor/language.ts';
import type { Problem } from '../../../editor/problem.ts';
import { followProblems, markProblems, problemsIn } from '../../../editor/problems.ts';
import type { Files } from '../draft/draft-session.ts';
import { folderOf, pathOf } from '../draft/paths.ts';
import { errorProblem, failureProblem, hostProblems, withoutEchoes } from './found-problems.ts';

/** Typing that rests for so long is checked by the host, ms. */
const REST = 600;
const MARKED = ['check', 'lint'] as const;

/** What is wrong with a strategy as it stands, whoever found it, and keeps it marked in the text. */
export function useProblems(
  strategy: string,
  files: Files,
  detail: RunDetail | undefined,
  error: ApiError | null,
): readonly Problem[] {
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  useEffect(() => {
    const folder = folderOf(strategy);
    const read = () => setProblems(withoutEchoes(problemsIn(folder)));
    read();
    return followProblems(folder, read);
  }, [strategy]);

  useEffect(() => {
    const ending = new AbortController();
    const timer = setTimeout(async () => {
      const { signal } = ending;
      try {
        const asked = { strategy: { kind: 'files', strategy, files: { ...files } } } as const;
        const { problems: found } = await client.strategies.check(asked, { signal });
        if (!signal.aborted) mark(strategy, Object.keys(files), hostProblems(strategy, found, LEFT_TO_HOST));
      } catch {
        // What was found before stays marked: what keeps the host from answering is said elsewhere.
      }
    }, REST);
    return () => {
      clearTimeout(timer);
      ending.abort();
    };
  }, [strategy, files]);

  const run = detail?.run;
  const paths = Object.keys(files).join('\n');
  // As they were when the run came back: what is typed after that moves the mark by itself.
  const stop = useEffectEvent((stopped: NonNullable<typeof run>) => failureProblem(strategy, files, stopped));
  useEffect(() => {
    const stopped = errorProblem(strategy, paths.split('\n'), error) ?? (run === undefined ? null : stop(run));
    if (stopped === null) return;
    markProblems(stopped.path, 'runtime', [stopped]);
    return () => markProblems(stopped.path, 'runtime', []);
  }, [strategy, paths, run, error]);
  return problems;
}

function mark(strategy: string, files: readonly string[], found: readonly Problem[]): void {
  for (const file of files) {
    const path = pathOf(strategy, file);
    for (const owner of MARKED) {
      markProblems(
        path,
        owner,
        found.filter((one) => one.path === path && one.owner === owner),
      );
    }
  }
}
