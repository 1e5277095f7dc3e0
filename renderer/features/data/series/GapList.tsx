import { CircleCheck } from 'lucide-react';
import { formatCount } from '../../../ui/format/count.ts';
import { formatDuration } from '../../../ui/format/duration.ts';
import { formatTime } from '../../../ui/format/time-utc.ts';
import { EmptyState } from '../../../ui/state/EmptyState.tsx';
import type { Gap } from '../queries.ts';
import styles from './GapList.module.css';

/** Gaps in the order of time; each leads to its place in the chart. */
export function GapList({
  gaps,
  total,
  onShowRow,
}: {
  /** The longest. */
  gaps: readonly Gap[];
  /** How many there are in all. */
  total: number;
  onShowRow: (row: number) => void;
}) {
  if (gaps.length === 0) {
    return (
      <EmptyState
        icon={<CircleCheck aria-hidden />}
        title="No gaps"
        body="Every stretch without bars is explained by the hours of the market."
      />
    );
  }
  return (
    <>
      {total > gaps.length && (
        <p className={styles.note}>
          The longest {formatCount(gaps.length)} of {formatCount(total)}, in the order of time
        </p>
      )}
      <ul className={styles.list}>
        {gaps.map(({ row, from, to }) => (
          <li key={row}>
            <button type="button" className={styles.gap} onClick={() => onShowRow(row)}>
              <span>{formatTime(from)}</span>
              <span className={styles.length}>{formatDuration(to - from)}</span>
              <span className={styles.end}>to {formatTime(to)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
