import clsx from 'clsx';
import { Hourglass } from 'lucide-react';
import type { ApiError } from '#shared/contract/errors.ts';
import type { RunDetail } from '#shared/contract/run.ts';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { ErrorState } from '../../ui/state/ErrorState.tsx';
import { RunDock } from './RunDock.tsx';
import styles from './runs.module.css';
import { FailureWords } from './tables/ProblemsList.tsx';

/** Charts and tables of a run, or why there are none. */
export function RunMain({
  detail,
  isDimmed,
  error,
  onRetry,
}: {
  detail: RunDetail;
  isDimmed: boolean;
  error: ApiError | null;
  onRetry: () => void;
}) {
  const { run, result } = detail;
  return (
    <section className={styles.main} aria-label={`Run of ${run.strategy.name}`}>
      <h1 className={styles.title}>{run.strategy.name}</h1>
      {error !== null && <ErrorState error={error} isCompact onRetry={onRetry} />}
      {run.failure !== null && (
        <div className={styles.strip}>
          <FailureWords run={run} />
        </div>
      )}
      <div className={clsx(styles.rest, isDimmed && styles.dimmed)} aria-busy={isDimmed}>
        {result === null ? <NoResult detail={detail} /> : <RunDock detail={detail} result={result} />}
      </div>
    </section>
  );
}

function NoResult({ detail: { run } }: { detail: RunDetail }) {
  if (run.error !== null) return <ErrorState error={run.error} />;
  if (run.status === 'running') {
    return (
      <EmptyState icon={<Hourglass aria-hidden />} title="Running" body="The result is shown here once it is there." />
    );
  }
  return (
    <EmptyState title="No result" body={`This run is ${run.status}: there is nothing to show. Run it again with F5.`} />
  );
}
