import clsx from 'clsx';
import type { SweepRow } from '#shared/contract/sweeps.ts';
import { hrefOf } from '../../../app/routes/use-route.ts';
import { formatCount } from '../../../ui/format/count.ts';
import { formatTime } from '../../../ui/format/time-utc.ts';
import { Panel } from '../../../ui/layout/Panel.tsx';
import { EmptyState } from '../../../ui/state/EmptyState.tsx';
import { SkeletonLines } from '../../../ui/state/Skeleton.tsx';
import styles from './list.module.css';

/** The newest sweeps. */
export function SweepList({
  rows,
  isLoading,
  current,
}: {
  rows: readonly SweepRow[];
  isLoading: boolean;
  current: string | null;
}) {
  return (
    <Panel title="Sweeps">
      {isLoading && <SkeletonLines label="Loading sweeps" lines={6} />}
      {!isLoading && rows.length === 0 && <EmptyState title="No sweeps yet" body="What you sweep is listed here." />}
      <ul className={styles.list}>
        {rows.map((row) => (
          <SweepLine key={row.id} row={row} isCurrent={row.id === current} />
        ))}
      </ul>
    </Panel>
  );
}

function SweepLine({ row, isCurrent }: { row: SweepRow; isCurrent: boolean }) {
  const { id, strategy, series, search, status, done, createdAt } = row;
  const names = search.space.axes.map(({ name }) => name).join(' × ');
  return (
    <li>
      <a
        className={clsx(styles.line, isCurrent && styles.current)}
        href={hrefOf({ place: 'sweeps', sweep: id })}
        aria-current={isCurrent ? 'page' : undefined}
      >
        <span className={styles.name}>{strategy.name}</span>
        <span className={styles.figure}>
          {formatCount(done)} / {formatCount(search.budget)}
        </span>
        <span className={styles.about}>
          {names} · {series[0]?.split(':')[0]}
        </span>
        <span className={clsx(styles.about, styles.figure, status === 'failed' && styles.failed)}>
          {status === 'done' ? formatTime(createdAt).slice(5, 16) : status}
        </span>
      </a>
    </li>
  );
}
