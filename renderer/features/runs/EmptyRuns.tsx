import { ListChecks } from 'lucide-react';
import { useAppDispatch } from '../../app/store/store.ts';
import { Button } from '../../ui/action/Button.tsx';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { ErrorState } from '../../ui/state/ErrorState.tsx';
import { useFirstRun } from '../onboarding/use-first-run.ts';
import styles from './runs.module.css';
import { newRunOpened } from './workspace-slice.ts';

/** Nothing was ever run: two ways to begin. */
export function EmptyRuns() {
  const dispatch = useAppDispatch();
  const { step, error, begin } = useFirstRun();
  return (
    <>
      <h1 className={styles.title}>Runs</h1>
      {error !== null && <ErrorState error={error} isCompact onRetry={() => void begin()} />}
      <EmptyState
        icon={<ListChecks aria-hidden />}
        title="No runs yet"
        body={step === null ? 'Choose a strategy and data, or look at the sample first.' : `Under way: ${step} …`}
        action={
          <>
            <Button variant="primary" onClick={() => dispatch(newRunOpened({}))}>
              New run
            </Button>
            <Button isBusy={step !== null} onClick={() => void begin()}>
              Run the sample
            </Button>
          </>
        }
      />
    </>
  );
}
