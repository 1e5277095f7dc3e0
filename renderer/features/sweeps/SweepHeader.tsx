import { Play, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { SweepRow } from '#shared/contract/sweeps.ts';
import { METRIC_CATALOG } from '#shared/domain/metric-catalog.ts';
import { goTo } from '../../app/routes/use-route.ts';
import { shownError } from '../../app/store/host-api.ts';
import { selectActiveJobs } from '../../app/store/jobs-slice.ts';
import { useAppSelector } from '../../app/store/store.ts';
import { Button } from '../../ui/action/Button.tsx';
import { IconButton } from '../../ui/action/IconButton.tsx';
import { formatCount } from '../../ui/format/count.ts';
import { AlertDialog } from '../../ui/overlay/AlertDialog.tsx';
import { ErrorState } from '../../ui/state/ErrorState.tsx';
import { SimulatedBadge } from '../../ui/state/SimulatedBadge.tsx';
import { JobItem } from '../jobs/JobItem.tsx';
import { conditionsInWords } from './new/conditions.ts';
import { METHOD_WORDS } from './new/method-words.ts';
import { useDeleteSweepMutation, useResumeSweepMutation } from './queries.ts';
import styles from './sweeps.module.css';

/** What was searched, how far it is, and what can be done about it. */
export function SweepHeader({ sweep }: { sweep: SweepRow }) {
  const { id, strategy, series, search, status, done } = sweep;
  // One sweep is under way at a time: its job is that of the one that runs.
  const job = useAppSelector((state) =>
    selectActiveJobs(state).find(({ kind, state: at }) => kind === 'sweep' && at !== 'queued'),
  );
  const [resume, resumed] = useResumeSweepMutation();
  const [remove, removed] = useDeleteSweepMutation();
  const [isDeleting, setDeleting] = useState(false);
  const refusal = shownError(resumed.error ?? removed.error);
  const isUnderWay = status === 'running' || status === 'waiting';
  const [objective] = search.objectives;
  const conditions = conditionsInWords(search.space.constraints);
  const onDelete = async () => {
    const { error } = await remove(id);
    if (error === undefined) goTo({ place: 'sweeps', sweep: null });
  };
  return (
    <>
      <header className={styles.header}>
        <h1>{strategy.name}</h1>
        <SimulatedBadge />
        <span className={styles.about}>
          {[
            series.map((one) => one.split(':').slice(0, 2).join(' ')).join(', '),
            `${METHOD_WORDS[search.method].label}, ${formatCount(search.budget)} runs`,
            conditions,
            objective && `${objective.goal} of ${METRIC_CATALOG[objective.metric].label}`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span className={styles.space} />
        {status === 'stopped' && (
          <Button
            size="small"
            icon={<Play aria-hidden />}
            isBusy={resumed.isLoading}
            onClick={() => void resume(id)}
          >{`Resume (${formatCount(search.budget - done)} left)`}</Button>
        )}
        {!isUnderWay && (
          <IconButton
            label="Delete this sweep"
            size="small"
            icon={<Trash2 aria-hidden />}
            onClick={() => setDeleting(true)}
          />
        )}
      </header>
      {refusal !== null && <ErrorState error={refusal} isCompact />}
      {status === 'waiting' && <p className={styles.waiting}>Waits until the sweep before it is over.</p>}
      {status === 'running' && job !== undefined && (
        <div className={styles.job}>
          <JobItem job={job} />
          <p className={styles.pace}>
            {formatCount(done)} of {formatCount(search.budget)} runs
            {job.rate !== null && ` · ${formatCount(job.rate)} runs a second`}
          </p>
        </div>
      )}
      <AlertDialog
        title="Delete this sweep?"
        body="Its results are gone for good. Its trials stay counted."
        confirmLabel="Delete sweep"
        isDanger
        isOpen={isDeleting}
        onOpenChange={setDeleting}
        onConfirm={() => void onDelete()}
      />
    </>
  );
}
