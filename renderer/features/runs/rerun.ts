import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { ApiError } from '#shared/contract/errors.ts';
import type { Job } from '#shared/contract/job.ts';
import type { RunDetail } from '#shared/contract/run.ts';
import type { ParamValue } from '#shared/domain/manifest.ts';
import { isOver, selectJob } from '../../app/store/jobs-slice.ts';
import { useAppDispatch, useAppSelector } from '../../app/store/store.ts';
import { useCancelJobMutation } from '../jobs/queries.ts';
import { termsOfRun } from './inspector/terms-of-run.ts';
import { useStartRunMutation } from './queries.ts';
import { sameParams } from './same-params.ts';
import { useWorkspace } from './use-workspace.ts';
import { draftDropped, jobAwaited, paramsDrafted } from './workspace-slice.ts';

/** A slider that rests for so long has come to where it was meant to go. */
const REST = 250;

export interface Rerun {
  /** As the sliders stand. */
  params: Readonly<Record<string, ParamValue>>;
  /** The run that is on its way to take this one's place, or that failed to. */
  job: Job | null;
  error: ApiError | null;
  /** What the sliders say came to nothing: figures and charts are of other parameters. */
  isNotRun: boolean;
  draft: (params: Readonly<Record<string, ParamValue>>) => void;
  /**
   * Runs once the sliders rest. What was on its way before is given up, and nothing is run that was asked for
   * already or that is shown.
   */
  runSoon: (params: Readonly<Record<string, ParamValue>>) => void;
  runNow: () => void;
  /** Gives up what is on its way; the sliders go back to what is shown. */
  stop: () => void;
}

/**
 * Runs a run again, with its own or with other parameters. Only what was asked for last is opened. The functions stay
 * the same for as long as the component is shown.
 */
export function useRerun(detail: RunDetail): Rerun {
  const dispatch = useAppDispatch();
  const id = detail.run.id;
  const own = detail.manifest.params;
  const params = useWorkspace(({ draft }) => (draft?.run === id ? draft.params : own));
  const awaited = useWorkspace((state) => (state.awaited?.of === id ? state.awaited.job : null));
  const job = useAppSelector((state) => (awaited === null ? null : (selectJob(state, awaited) ?? null)));
  const [start, { error, reset }] = useStartRunMutation();
  const [cancel] = useCancelJobMutation();

  const latest = useRef({ detail, params, awaited, job });
  useLayoutEffect(() => {
    latest.current = { detail, params, awaited, job };
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef<Rerun['params']>(null);
  const order = useRef(0);
  useEffect(
    () => () => {
      // What waits for the sliders to rest goes with their run: on another one they would be mistaken.
      if (timer.current !== undefined) dispatch(draftDropped(id));
      clearTimeout(timer.current);
      timer.current = undefined;
      asked.current = null;
    },
    [dispatch, id],
  );

  const actions = useMemo(() => {
    const giveUp = () => {
      const { awaited, job } = latest.current;
      clearTimeout(timer.current);
      timer.current = undefined;
      asked.current = null;
      order.current++;
      reset();
      if (awaited === null) return;
      if (job === null || !isOver(job)) void cancel(awaited);
      dispatch(jobAwaited(null));
    };
    const run = async (wanted: Rerun['params']) => {
      const { detail } = latest.current;
      giveUp();
      asked.current = wanted;
      const mine = order.current;
      const { data } = await start(termsOfRun(detail, wanted));
      if (data === undefined) return;
      if (mine === order.current) dispatch(jobAwaited({ job: data.id, of: detail.run.id }));
      else void cancel(data.id);
    };
    return {
      draft: (wanted: Rerun['params']) =>
        void dispatch(paramsDrafted({ run: latest.current.detail.run.id, params: wanted })),
      runSoon(wanted: Rerun['params']) {
        if (asked.current !== null && sameParams(wanted, asked.current)) return;
        giveUp();
        if (sameParams(wanted, latest.current.detail.manifest.params)) return;
        asked.current = wanted;
        timer.current = setTimeout(() => void run(wanted), REST);
      },
      runNow: () => void run(latest.current.params),
      stop() {
        giveUp();
        dispatch(draftDropped(latest.current.detail.run.id));
      },
    };
  }, [dispatch, start, cancel, reset]);

  const refused = error === undefined ? null : (error as ApiError);
  const cameToNothing = refused !== null || (job !== null && isOver(job) && job.state !== 'done');
  return {
    params,
    job,
    error: refused ?? job?.error ?? null,
    isNotRun: cameToNothing && !sameParams(params, own),
    ...actions,
  };
}
