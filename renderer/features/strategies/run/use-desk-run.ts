import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { ApiError } from '#shared/contract/errors.ts';
import type { Job } from '#shared/contract/job.ts';
import type { RunTerms } from '#shared/contract/run.ts';
import { shownError } from '../../../app/store/host-api.ts';
import { isOver, selectJob } from '../../../app/store/jobs-slice.ts';
import { useAppDispatch, useAppSelector } from '../../../app/store/store.ts';
import { useCancelJobMutation } from '../../jobs/queries.ts';
import { useStartRunMutation } from '../../runs/queries.ts';
import { resultShown, runAwaited } from '../desk-slice.ts';
import { useDesk } from '../use-desk.ts';

/** A slider that rests for so long has come to where it was meant to go, ms. */
const REST = 120;

export interface DeskRun {
  /** What brings the next result, or failed to. */
  job: Job | null;
  isUnderWay: boolean;
  error: ApiError | null;
  /** The newest result: an id of a run. */
  run: string | null;
  /** Runs once nothing moves any more; what was on its way before is given up. */
  runSoon: () => void;
  runNow: () => void;
  stop: () => void;
}

/**
 * Runs a strategy as it stands in the editor. Only what was asked for last is shown. The functions stay the same for as
 * long as the strategy does.
 *
 * @param terms asked for when a run begins; null where nothing can be run
 */
export function useDeskRun(strategy: string, terms: () => RunTerms | null): DeskRun {
  const dispatch = useAppDispatch();
  const awaited = useDesk((state) => state.jobs[strategy] ?? null);
  const run = useDesk((state) => state.results[strategy] ?? null);
  const job = useAppSelector((state) => (awaited === null ? null : (selectJob(state, awaited) ?? null)));
  const [start, { error, reset }] = useStartRunMutation();
  const [cancel] = useCancelJobMutation();

  const result = job?.result?.kind === 'run' ? job.result.run : null;
  useEffect(() => {
    if (result === null) return;
    dispatch(resultShown({ strategy, run: result }));
    dispatch(runAwaited({ strategy, job: null }));
  }, [dispatch, strategy, result]);

  const latest = useRef({ awaited, job, terms });
  useLayoutEffect(() => {
    latest.current = { awaited, job, terms };
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const order = useRef(0);
  useEffect(() => {
    const { current: asked } = order;
    return () => {
      clearTimeout(timer.current);
      order.current = asked + 1;
    };
  }, []);

  const actions = useMemo(() => {
    const giveUp = () => {
      const { awaited: last, job: its } = latest.current;
      clearTimeout(timer.current);
      order.current++;
      reset();
      if (last === null) return;
      if (its === null || !isOver(its)) void cancel(last);
      dispatch(runAwaited({ strategy, job: null }));
    };
    const begin = async () => {
      giveUp();
      const wanted = latest.current.terms();
      if (wanted === null) return;
      const mine = order.current;
      const { data } = await start(wanted);
      if (data === undefined) return;
      if (mine === order.current) dispatch(runAwaited({ strategy, job: data.id }));
      else void cancel(data.id);
    };
    return {
      runSoon() {
        giveUp();
        timer.current = setTimeout(() => void begin(), REST);
      },
      runNow: () => void begin(),
      stop: giveUp,
    };
  }, [dispatch, strategy, start, cancel, reset]);

  return {
    job,
    isUnderWay: job !== null && !isOver(job),
    error: shownError(error) ?? job?.error ?? null,
    run,
    ...actions,
  };
}
