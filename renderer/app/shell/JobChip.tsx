import { jobProgress } from '../../features/jobs/progress.ts';
import { hrefOf } from '../routes/use-route.ts';
import type { KnownJob } from '../store/jobs-slice.ts';
import styles from './JobChip.module.css';

/** The newest job that is under way. */
export function JobChip({ job, others }: { job: KnownJob; others: number }) {
  const { fraction, words } = jobProgress(job);
  return (
    <a className={styles.chip} href={hrefOf({ place: 'jobs' })}>
      {fraction !== null && (
        <span className={styles.track}>
          <span className={styles.fill} style={{ width: `${fraction * 100}%` }} />
        </span>
      )}
      <span className={styles.title}>{job.title}</span>
      <span>{words}</span>
      {others > 0 && <span>+{others}</span>}
    </a>
  );
}
