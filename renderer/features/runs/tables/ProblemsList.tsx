import clsx from 'clsx';
import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import type { RunDetail } from '#shared/contract/run.ts';
import { EmptyState } from '../../../ui/state/EmptyState.tsx';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import styles from './tables.module.css';

/** How many things went wrong in a run. */
export function problemCount({ run, result }: RunDetail): number {
  return (run.failure === null ? 0 : 1) + (run.error === null ? 0 : 1) + (result?.warnings.length ?? 0);
}

/** What went wrong in a run, and what its reader should know. */
export function ProblemsList({ detail }: { detail: RunDetail }) {
  const { run, result } = detail;
  if (problemCount(detail) === 0) {
    return (
      <EmptyState
        icon={<CircleCheck aria-hidden />}
        title="No problems"
        body="The run came to its end without a warning."
      />
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label="Problems">
      <div className={styles.problems}>
        {run.error !== null && <ErrorState error={run.error} />}
        {run.failure !== null && <FailureWords run={run} />}
        {result?.warnings.map(({ code, message }) => (
          <div key={`${code} ${message}`} className={styles.problem}>
            <TriangleAlert aria-hidden />
            <b>{message}</b>
            <p className={styles.mono}>{code}</p>
          </div>
        ))}
      </div>
    </section>
  );
}

/** Where and why a strategy stopped. */
export function FailureWords({ run: { failure, strategy } }: Pick<RunDetail, 'run'>) {
  if (failure === null) return null;
  const { message, code, line, column } = failure;
  const place = line === null ? strategy.file : `${strategy.file}:${line}${column === null ? '' : `:${column}`}`;
  return (
    <div className={clsx(styles.problem, styles.isError)} role="alert">
      <CircleAlert aria-hidden />
      <b>{message}</b>
      <p>
        <span className={styles.mono}>{place}</span> · what happened before is kept ·{' '}
        <span className={styles.mono}>{code}</span>
      </p>
    </div>
  );
}
