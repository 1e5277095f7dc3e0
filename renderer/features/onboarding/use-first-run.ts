import { useState } from 'react';
import { type ApiError, apiErrorOf } from '#shared/contract/errors.ts';
import { client } from '../../app/api/client.ts';
import { goTo } from '../../app/routes/use-route.ts';
import { type FirstRunStep, makeFirstRun } from './first-run.ts';
import { useFirstTour } from './use-tour.ts';

/** Makes the first run and opens it; null while it isn't under way, or nothing is wrong. */
export function useFirstRun(): { step: FirstRunStep | null; error: ApiError | null; begin: () => Promise<void> } {
  const [step, setStep] = useState<FirstRunStep | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const startTour = useFirstTour();
  const begin = async () => {
    setError(null);
    try {
      goTo({ place: 'runs', run: await makeFirstRun(client, setStep) });
      startTour();
    } catch (thrown) {
      setError(apiErrorOf(thrown));
    } finally {
      setStep(null);
    }
  };
  return { step, error, begin };
}
