import { useMemo } from 'react';
import type { ApiError } from '#shared/contract/errors.ts';
import type { RunDetail } from '#shared/contract/run.ts';
import type { StrategyParam } from '#shared/contract/strategies.ts';
import type { ParamValue } from '#shared/domain/manifest.ts';
import { useAppDispatch } from '../../../app/store/store.ts';
import { replaceStretch } from '../../../editor/texts.ts';
import { useSeriesListQuery } from '../../data/queries.ts';
import { lastForm } from '../../runs/new-run/last-form.ts';
import { useRunQuery } from '../../runs/queries.ts';
import { NO_CHOICE, type RunChoice } from '../desk-memory.ts';
import { paramsMoved } from '../desk-slice.ts';
import type { Files } from '../draft/draft-session.ts';
import type { OpenStrategy } from '../draft/open-strategy.ts';
import { pathOf } from '../draft/paths.ts';
import { useDesk } from '../use-desk.ts';
import { choiceProblem, declaredParams, deskTerms, literalOf, withKnownSeries } from './desk-terms.ts';
import { type DeskRun, useDeskRun } from './use-desk-run.ts';
import { useWrittenParams } from './use-written-params.ts';

type Moved = Readonly<Record<string, ParamValue>>;

export interface Running {
  choice: RunChoice;
  /** Why it can't be run as it is chosen. */
  problem: string | null;
  run: DeskRun;
  /** The newest result; undefined while there is none. */
  result: RunDetail | undefined;
  /** Why the last run came to nothing. */
  error: ApiError | null;
  declared: readonly StrategyParam[];
  moved: Moved;
  move: (moved: Moved) => void;
  /** Writes a value into the text, as one step that can be undone; null while the text is being read. */
  write: ((name: string, value: ParamValue) => void) | null;
}

const NOT_MOVED: Moved = {};

/** Everything about running a strategy as it stands: on what, with which values, and what came of it. */
export function useRunning({ id, draft }: OpenStrategy, files: Files): Running {
  const dispatch = useAppDispatch();
  const { data: series } = useSeriesListQuery();
  const kept = useDesk((state) => state.choices[id] ?? NO_CHOICE);
  const choice = useMemo(
    () =>
      withKnownSeries(
        kept,
        (series ?? []).map((one) => one.id),
        lastForm(localStorage),
      ),
    [kept, series],
  );
  const moved = useDesk((state) => state.params[id] ?? NOT_MOVED);
  const written = useWrittenParams(id, files);
  const declared = useMemo(() => declaredParams(written.params), [written]);
  const run = useDeskRun(id, () => deskTerms(id, draft.files, choice, declared, moved, lastForm(localStorage)));
  const { data: result } = useRunQuery(run.run ?? 'last', { skip: run.run === null });

  const write = (name: string, value: ParamValue) => {
    const param = written.params.find((one) => one.name === name);
    const text = param === undefined ? undefined : files[param.file];
    if (param?.literal == null || text === undefined) return;
    const { start, end } = param.literal;
    replaceStretch(pathOf(id, param.file), { start, end }, literalOf(value, text.slice(start, end)));
  };
  return {
    choice,
    problem: series === undefined ? null : choiceProblem(choice, lastForm(localStorage)),
    run,
    result: run.run === null ? undefined : result,
    error: run.error,
    declared,
    moved,
    move: (params) => void dispatch(paramsMoved({ strategy: id, params })),
    write: written.files === files ? write : null,
  };
}
