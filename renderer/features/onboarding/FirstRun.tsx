import { Play } from 'lucide-react';
import { Button } from '../../ui/action/Button.tsx';
import { ErrorState } from '../../ui/state/ErrorState.tsx';
import styles from './FirstRun.module.css';
import { useFirstRun } from './use-first-run.ts';

/** The way to a first result: one button. */
export function FirstRun() {
  const { step, error, begin } = useFirstRun();
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
