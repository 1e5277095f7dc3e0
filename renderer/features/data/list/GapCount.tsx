import { TriangleAlert } from 'lucide-react';
import { formatCount } from '../../../ui/format/count.ts';
import styles from './GapCount.module.css';

/** How many gaps a series has; null while they are being counted. */
export function GapCount({ gaps }: { gaps: number | null }) {
  if (gaps === null) return <span className={styles.counting}>counting</span>;
  if (gaps === 0) return <span className={styles.none}>none</span>;
  return (
    <span className={styles.some}>
      <TriangleAlert aria-hidden />
      {formatCount(gaps)}
    </span>
  );
}
