import { ListChecks } from 'lucide-react';
import { useState } from 'react';
import { type ApiError, apiErrorOf } from '#shared/contract/errors.ts';
import { client } from '../../app/api/client.ts';
import { goTo } from '../../app/routes/use-route.ts';
import { useAppDispatch } from '../../app/store/store.ts';
import { Button } from '../../ui/action/Button.tsx';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { ErrorState } from '../../ui/state/ErrorState.tsx';
import { type FirstRunStep, makeFirstRun } from '../onboarding/first-run.ts';
import { newRunOpened } from './workspace-slice.ts';

/** Nothing was ever run: two ways to begin. */
export function EmptyRuns() {
  const dispatch = useAppDispatch();
  const [step, setStep] = useState<FirstRunStep | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const runSample = async () => {
    setError(null);
    try {
      goTo({ place: 'runs', run: await makeFirstRun(client, setStep) });
    } catch (cause) {
      setError(apiErrorOf(cause));
    } finally {
      setStep(null);
    }
  };
  return (
    <>
      {error !== null && <ErrorState error={error} isCompact onRetry={() => void runSample()} />}
      <EmptyState
        icon={<ListChecks aria-hidden />}
        title="No runs yet"
        body={step === null ? 'Choose a strategy and data, or look at the sample first.' : `Under way: ${step} …`}
        action={
          <>
            <Button variant="primary" onClick={() => dispatch(newRunOpened({}))}>
              New run
            </Button>
            <Button isBusy={step !== null} onClick={() => void runSample()}>
              Run the sample
            </Button>
          </>
        }
      />
    </>
  );
}
