import { Grid3x3 } from 'lucide-react';
import { useRoute } from '../../app/routes/use-route.ts';
import { WorkspaceSide } from '../../app/shell/layout/WorkspaceSide.tsx';
import { useShownError } from '../../app/store/shown-error.ts';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { ErrorState } from '../../ui/state/ErrorState.tsx';
import { SweepList } from './list/SweepList.tsx';
import { NewSweepDialog } from './new/NewSweepDialog.tsx';
import { useSweepsQuery } from './queries.ts';
import { SweepPage } from './SweepPage.tsx';
import styles from './sweeps.module.css';

/** The list of sweeps, and the one that is shown: the newest where none is asked for. */
export function SweepsScreen() {
  const route = useRoute();
  const { data, error, refetch } = useSweepsQuery();
  const failure = useShownError(error);
  const asked = route?.place === 'sweeps' ? route.sweep : null;
  const shown = asked ?? data?.rows[0]?.id ?? null;
  return (
    <>
      <WorkspaceSide
        workspace="sweeps"
        side="side"
        title="list of sweeps"
        panel={<SweepList rows={data?.rows ?? []} isLoading={data === undefined} current={shown} />}
      >
        {shown !== null && <SweepPage key={shown} id={shown} row={data?.rows.find(({ id }) => id === shown)} />}
        {shown === null && failure !== null && <ErrorState error={failure} onRetry={() => void refetch()} />}
        {shown === null && data !== undefined && (
          <section className={styles.screen}>
            <h1 className={styles.hidden}>Optimise</h1>
            <EmptyState
              icon={<Grid3x3 aria-hidden />}
              title="No sweeps yet"
              body="A sweep tries many values of a strategy’s parameters. Open a run and choose Optimise: strategy, series and costs are taken from there."
            />
          </section>
        )}
      </WorkspaceSide>
      <NewSweepDialog />
    </>
  );
}
