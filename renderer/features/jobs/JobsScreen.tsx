import { SquareActivity } from 'lucide-react';
import { selectJobs } from '../../app/store/jobs-slice.ts';
import { useShownError } from '../../app/store/shown-error.ts';
import { useAppSelector } from '../../app/store/store.ts';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { ErrorState } from '../../ui/state/ErrorState.tsx';
import { SkeletonLines } from '../../ui/state/Skeleton.tsx';
import { JobItem } from './JobItem.tsx';
import styles from './JobsScreen.module.css';
import { useJobsQuery } from './queries.ts';

/** Everything that takes a while: what is under way, and what became of the rest. */
export function JobsScreen() {
  const { error, isLoading, refetch } = useJobsQuery();
  const failure = useShownError(error);
  const jobs = useAppSelector(selectJobs);
  return (
    <div className={styles.screen}>
      <h1 className={styles.title}>Jobs</h1>
      {failure !== null && <ErrorState error={failure} onRetry={refetch} isCompact />}
      {isLoading && jobs.length === 0 && <SkeletonLines label="Loading jobs" lines={6} />}
      {!isLoading && jobs.length === 0 && (
        <EmptyState
          icon={<SquareActivity aria-hidden />}
          title="No jobs yet"
          body="Imports, runs and verifications appear here while they work, and stay with what came of them."
        />
      )}
      <ul className={styles.list}>
        {jobs.map((job) => (
          <li key={job.id}>
            <JobItem job={job} />
          </li>
        ))}
      </ul>
    </div>
  );
}
