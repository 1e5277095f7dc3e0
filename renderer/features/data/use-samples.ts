import { useCallback } from 'react';
import { shownError } from '../../app/store/host-api.ts';
import { notify } from '../../ui/overlay/notify.ts';
import { useInstallSamplesMutation } from './queries.ts';

/** Adds the data that ship with Hindcast. */
export function useSamples(): () => Promise<void> {
  const [install] = useInstallSamplesMutation();
  return useCallback(async () => {
    const { error } = await install();
    const failure = shownError(error);
    if (failure === null) notify({ title: 'Adding the sample data', tone: 'info' });
    else notify({ title: 'The sample data were not added', body: failure.message, tone: 'error' });
  }, [install]);
}
