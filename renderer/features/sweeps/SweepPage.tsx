import type { SweepRow } from '#shared/contract/sweeps.ts';
import { useShownError } from '../../app/store/shown-error.ts';
import { ErrorState } from '../../ui/state/ErrorState.tsx';
import { SkeletonLines } from '../../ui/state/Skeleton.tsx';
import { HonestyStrip } from './HonestyStrip.tsx';
import { useSweepQuery } from './queries.ts';
import { SweepResults } from './results/SweepResults.tsx';
import { useSweepColumns } from './results/use-sweep-columns.ts';
import { SweepHeader } from './SweepHeader.tsx';
import styles from './sweeps.module.css';

/** One sweep: how far it is, what its results are worth, and the results. */
export function SweepPage({ id, row }: { id: string; row: SweepRow | undefined }) {
  const { data, error, refetch } = useSweepQuery(id);
  const failure = useShownError(error);
  const sweep = row ?? data?.sweep;
  const told = useSweepColumns(id, sweep?.done ?? 0);
  if (data === undefined || sweep === undefined) {
    return failure === null ? (
      <SkeletonLines label="Loading the sweep" lines={8} />
    ) : (
      <ErrorState error={failure} onRetry={() => void refetch()} />
    );
  }
  return (
    <section className={styles.screen} aria-label={`Sweep of ${sweep.strategy.name}`}>
      <SweepHeader sweep={sweep} />
      {sweep.error !== null && <ErrorState error={sweep.error} isCompact />}
      {told.error !== null && <ErrorState error={told.error} isCompact />}
      <HonestyStrip sweep={sweep} trials={data.trials} columns={told.columns} />
      <SweepResults sweep={sweep} units={data.units} columns={told.columns} isWhole={told.isWhole} />
    </section>
  );
}
