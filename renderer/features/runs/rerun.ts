import { useEffect, useMemo, useRef } from 'react';
import type { ApiError } from '#shared/contract/errors.ts';
import type { Job } from '#shared/contract/job.ts';
import type { RunDetail } from '#shared/contract/run.ts';
import type { ParamValue } from '#shared/domain/manifest.ts';
import { isOver, selectJob } from '../../app/store/jobs-slice.ts';
import { useAppDispatch, useAppSelector } from '../../app/store/store.ts';
import { useCancelJobMutation } from '../jobs/queries.ts';
import { termsOfRun } from './inspector/terms-of-run.ts';
import { useStartRunMutation } from './queries.ts';
import { useWorkspace } from './use-workspace.ts';
import { jobAwaited, paramsDrafted } from './workspace-slice.ts';

/** A slider that rests for so long has come to where it was meant to go. */
const REST = 250;

export interface Rerun {
  /** As the sliders stand. */
  params: Readonly<Record<string, ParamValue>>;
  /** The run that is on its way to take this one's place. */
  job: Job | null;
  error: ApiError | null;
  draft: (params: Readonly<Record<string, ParamValue>>) => void;
  /** Runs once the sliders rest; what was on its way before is cancelled. */
  runSoon: (params: Readonly<Record<string, ParamValue>>) => void;
  runNow: () => void;
  stop: () => void;
}

/** Runs a run again, with its own or with other parameters. Only what was asked for last is opened. */
export function useRerun(detail: RunDetail): Rerun {
  const dispatch = useAppDispatch();
  const id = detail.run.id;
  const params = useWorkspace(({ draft }) => (draft?.run === id ? draft.params : detail.manifest.params));
  const awaited = useWorkspace((state) => (state.awaited?.of === id ? state.awaited.job : null));
  const job = useAppSelector((state) => (awaited === null ? null : (selectJob(state, awaited) ?? null)));
  const [start, { error, reset }] = useStartRunMutation();
  const [cancel] = useCancelJobMutation();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const lastAsked = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);

  const actions = useMemo(() => {
    const isUnderWay = awaited !== null && job !== null && !isOver(job);
    const stop = () => {
      clearTimeout(timer.current);
      if (isUnderWay) void cancel(awaited);
    };
    const run = async (wanted: Rerun['params']) => {
      stop();
      const order = ++lastAsked.current;
      const answer = await start(termsOfRun(detail, wanted));
      if (answer.data === undefined) return;
      if (order === lastAsked.current) dispatch(jobAwaited({ job: answer.data.id, of: id }));
      else void cancel(answer.data.id);
    };
    return {
      draft: (wanted: Rerun['params']) => {
        reset();
        dispatch(paramsDrafted({ run: id, params: wanted }));
      },
      runSoon(wanted: Rerun['params']) {
        clearTimeout(timer.current);
        timer.current = setTimeout(() => void run(wanted), REST);
      },
      runNow: () => void run(params),
      stop,
    };
  }, [dispatch, id, detail, params, awaited, job, start, cancel, reset]);

  const refused = error === undefined ? null : (error as ApiError);
  return { params, job, error: refused ?? job?.error ?? null, ...actions };
}
