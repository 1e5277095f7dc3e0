import { Play } from 'lucide-react';
import { useState } from 'react';
import { type ApiError, apiErrorOf } from '#shared/contract/errors.ts';
import { client } from '../../app/api/client.ts';
import { goTo } from '../../app/routes/use-route.ts';
import { Button } from '../../ui/action/Button.tsx';
import { ErrorState } from '../../ui/state/ErrorState.tsx';
import styles from './FirstRun.module.css';
import { type FirstRunStep, makeFirstRun } from './first-run.ts';

/** The way to a first result: one button. */
export function FirstRun() {
  const [step, setStep] = useState<FirstRunStep | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const begin = async () => {
    setError(null);
    try {
      goTo({ place: 'runs', run: await makeFirstRun(client, setStep) });
    } catch (thrown) {
      setError(apiErrorOf(thrown));
    } finally {
      setStep(null);
    }
  };
  return (
    <section className={styles.card} aria-labelledby="first-run">
      <h2 id="first-run" className={styles.title}>
        See a first backtest
      </h2>
      <p className={styles.words}>
        A moving-average crossover over twenty years of the S&amp;P 500, with commissions: prices and strategy come with
        Hindcast. It takes a second, and nothing leaves this machine.
      </p>
      <div className={styles.action} role="status">
        <Button variant="primary" icon={<Play aria-hidden />} isBusy={step !== null} onClick={() => void begin()}>
          Run the sample
        </Button>
        {step !== null && <span>{step}…</span>}
      </div>
      {error !== null && <ErrorState error={error} isCompact />}
    </section>
  );
}
