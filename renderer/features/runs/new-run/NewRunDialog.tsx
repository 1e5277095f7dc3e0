import { Play } from 'lucide-react';
import { useState } from 'react';
import type { ApiError } from '#shared/contract/errors.ts';
import { isOver, selectJob } from '../../../app/store/jobs-slice.ts';
import { useAppSelector } from '../../../app/store/store.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { Dialog } from '../../../ui/overlay/Dialog.tsx';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import { ProgressBar } from '../../../ui/state/ProgressBar.tsx';
import { SkeletonLines } from '../../../ui/state/Skeleton.tsx';
import { useSeriesListQuery } from '../../data/queries.ts';
import { jobProgress } from '../../jobs/progress.ts';
import { useCancelJobMutation } from '../../jobs/queries.ts';
import { useLibraryQuery, useStartRunMutation } from '../queries.ts';
import { jobAwaited, newRunToggled } from '../workspace-slice.ts';
import { dispatchWorkspace, useWorkspace } from '../workspace-store.ts';
import { lastForm, rememberForm } from './last-form.ts';
import { NewRunForm } from './NewRunForm.tsx';
import styles from './new-run.module.css';
import { formProblems, type RunForm, termsOfForm, withKnown } from './run-form.ts';

/** Asks what to run, runs it, and shows what is in the way. */
export function NewRunDialog() {
  const isOpen = useWorkspace((state) => state.isNewRunOpen);
  const library = useLibraryQuery(undefined, { skip: !isOpen });
  const series = useSeriesListQuery(undefined, { skip: !isOpen });
  const [edited, setEdited] = useState<RunForm | null>(null);
  const [isChecked, setChecked] = useState(false);
  const [start, { error: refusal, isLoading: isAsking, reset }] = useStartRunMutation();
  const awaited = useWorkspace((state) => (state.awaited?.of === null ? state.awaited.job : null));
  const job = useAppSelector((state) => (awaited === null ? undefined : selectJob(state, awaited)));
  const [cancel] = useCancelJobMutation();

  const isRunning = isAsking || (job !== undefined && !isOver(job));
  const isKnown = library.data !== undefined && series.data !== undefined;
  const known = withKnown(
    edited ?? lastForm(localStorage),
    (library.data ?? []).map(({ id }) => id),
    (series.data ?? []).map(({ id }) => id),
  );
  const error = (refusal ?? library.error ?? series.error ?? job?.error ?? undefined) as ApiError | undefined;

  const onOpenChange = (open: boolean) => {
    if (!open && !isRunning) dispatchWorkspace(jobAwaited(null));
    dispatchWorkspace(newRunToggled(open));
  };
  const onRun = async () => {
    setChecked(true);
    const terms = termsOfForm(known);
    if (terms === null) return;
    rememberForm(localStorage, known);
    const { data } = await start(terms);
    if (data !== undefined) dispatchWorkspace(jobAwaited({ job: data.id, of: null }));
  };
  return (
    <Dialog
      title="New run"
      width="wide"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      footer={
        <>
          <span className={styles.progress}>
            {job !== undefined && !isOver(job) && <ProgressBar label="Running" {...jobProgress(job)} />}
          </span>
          <Button onClick={() => (isRunning && awaited !== null ? void cancel(awaited) : onOpenChange(false))}>
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
          onChange={(form) => {
            reset();
            if (job !== undefined && isOver(job)) dispatchWorkspace(jobAwaited(null));
            setEdited(form);
          }}
        />
      ) : (
        <SkeletonLines label="What can be run" lines={10} />
      )}
    </Dialog>
  );
}
