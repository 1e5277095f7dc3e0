import { CircleAlert, Cpu } from 'lucide-react';
import { hrefOf } from '../routes/use-route.ts';
import { isOver, selectActiveJobs, selectJobs } from '../store/jobs-slice.ts';
import { useAppSelector } from '../store/store.ts';
import { useSystemQuery } from '../store/system.ts';
import { JobChip } from './JobChip.tsx';
import styles from './StatusBar.module.css';
import { UtcClock } from './UtcClock.tsx';

/** Workers, what is running, what went wrong, and what all results are: hypothetical. */
export function StatusBar() {
  const { data: system } = useSystemQuery();
  const active = useAppSelector(selectActiveJobs);
  const failed = useAppSelector(selectJobs).filter((job) => isOver(job) && job.state === 'failed').length;
  return (
    <footer className={styles.bar}>
      {system !== undefined && (
        <span className={styles.part}>
          <Cpu size={13} aria-hidden />
          {system.threads === 1 ? '1 worker' : `${system.threads} workers`}
        </span>
      )}
      {active[0] !== undefined && <JobChip job={active[0]} others={active.length - 1} />}
      {failed > 0 && (
        <a className={styles.problems} href={hrefOf({ place: 'jobs' })}>
          <CircleAlert size={13} aria-hidden />
          {failed === 1 ? '1 job failed' : `${failed} jobs failed`}
        </a>
      )}
      <span className={styles.space} />
      <span>Hypothetical results — not investment advice</span>
      <UtcClock />
    </footer>
  );
}
