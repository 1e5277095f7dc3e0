import { CloudOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatCount } from '../format/count.ts';
import styles from './OfflineBanner.module.css';

/** Says that something can't be reached, and what waits until it can. */
export function OfflineBanner({
  children,
  queued = 0,
  action,
}: {
  /** What it means for the person: `Working offline. Runs go on.` */
  children: ReactNode;
  /** Changes that wait to be sent. */
  queued?: number;
  action?: ReactNode;
}) {
  return (
    <div className={styles.banner} role="status">
      <CloudOff className={styles.icon} aria-hidden />
      <span className={styles.words}>{children}</span>
      {queued > 0 && (
        <span className={styles.queued}>{queued === 1 ? '1 change waits' : `${formatCount(queued)} changes wait`}</span>
      )}
      {action}
    </div>
  );
}
