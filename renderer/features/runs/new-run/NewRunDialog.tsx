import { Play } from 'lucide-react';
import { useState } from 'react';
import type { ApiError } from '#shared/contract/errors.ts';
import { isOver, selectJob } from '../../../app/store/jobs-slice.ts';
import { useAppDispatch, useAppSelector } from '../../../app/store/store.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { Dialog } from '../../../ui/overlay/Dialog.tsx';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import { ProgressBar } from '../../../ui/state/ProgressBar.tsx';
import { SkeletonLines } from '../../../ui/state/Skeleton.tsx';
import { useSeriesListQuery } from '../../data/queries.ts';
import { jobProgress } from '../../jobs/progress.ts';
import { useCancelJobMutation } from '../../jobs/queries.ts';
import { useLibraryQuery, useStartRunMutation } from '../queries.ts';
import { useWorkspace } from '../use-workspace.ts';
import { jobAwaited, type NewRun, newRunClosed } from '../workspace-slice.ts';
import { lastForm, rememberForm } from './last-form.ts';
import { NewRunForm } from './NewRunForm.tsx';
import styles from './new-run.module.css';
import { formProblems, prefilled, type RunForm, termsOfForm, withDefaults, withKnown } from './run-form.ts';

/** Asks what to run, runs it, and shows what is in the way. */
export function NewRunDialog() {
  const dispatch = useAppDispatch();
  const newRun = useWorkspace((state) => state.newRun);
  const isOpen = newRun !== null;
  const library = useLibraryQuery(undefined, { skip: !isOpen });
  const series = useSeriesListQuery(undefined, { skip: !isOpen });
  const [edited, setEdited] = useState<RunForm | null>(null);
  const [filledFor, setFilledFor] = useState<NewRun | null>(null);
  const [isTouched, setTouched] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const [start, { error: refusal, isLoading: isAsking, reset }] = useStartRunMutation();
  const awaited = useWorkspace((state) => (state.awaited?.of === null ? state.awaited.job : null));
  const job = useAppSelector((state) => (awaited === null ? undefined : selectJob(state, awaited)));
  const [cancel] = useCancelJobMutation();

  const form = edited ?? lastForm(localStorage);
  if (newRun !== null && newRun !== filledFor) {
    setFilledFor(newRun);
    setEdited(prefilled(form, newRun));
    setTouched(false);
    setChecked(false);
  }

  const isRunning = isAsking || (job !== undefined && !isOver(job));
  const isKnown = library.data !== undefined && series.data !== undefined;
  const known = (isTouched ? withKnown : withDefaults)(
    form,
    (library.data ?? []).map(({ id }) => id),
    (series.data ?? []).map(({ id }) => id),
  );
  const error = (refusal ?? library.error ?? series.error ?? job?.error ?? undefined) as ApiError | undefined;

  const close = () => {
    if (!isRunning) dispatch(jobAwaited(null));
    reset();
    dispatch(newRunClosed());
  };
  const onRun = async () => {
    setChecked(true);
    const terms = termsOfForm(known);
    if (terms === null) return;
    rememberForm(localStorage, known);
    const { data } = await start(terms);
    if (data !== undefined) dispatch(jobAwaited({ job: data.id, of: null }));
  };
  return (
    <Dialog
      title="New run"
      width="wide"
      isOpen={isOpen}
      onOpenChange={(open) => !open && close()}
      footer={
        <>
          <span className={styles.progress}>
            {job !== undefined && !isOver(job) && <ProgressBar label="Running" {...jobProgress(job)} />}
          </span>
          <Button onClick={() => (isRunning && awaited !== null ? void cancel(awaited) : close())}>
            {isRunning ? 'Stop' : 'Cancel'}
          </Button>
          <Button
            variant="primary"
            icon={<Play aria-hidden />}
            isBusy={isRunning}
            disabled={!isKnown}
            onClick={() => void onRun()}
          >
            Run
          </Button>
        </>
      }
    >
      {error !== undefined && <ErrorState error={error} isCompact />}
      {isKnown ? (
        <NewRunForm
          form={known}
          problems={isChecked ? formProblems(known) : {}}
          library={library.data ?? []}
          series={series.data ?? []}
          onChange={(changed) => {
            reset();
            if (job !== undefined && isOver(job)) dispatch(jobAwaited(null));
            setEdited(changed);
            setTouched(true);
          }}
        />
      ) : (
        <SkeletonLines label="What can be run" lines={10} />
      )}
    </Dialog>
  );
}
