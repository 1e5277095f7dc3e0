import { goTo } from '../../../app/routes/use-route.ts';
import { selectActiveJobs } from '../../../app/store/jobs-slice.ts';
import { useAppSelector } from '../../../app/store/store.ts';
import { JobCard } from '../../../ui/state/JobCard.tsx';
import { jobProgress } from '../../jobs/progress.ts';
import { useCancelJobMutation } from '../../jobs/queries.ts';
import { UnknownJob } from '../../jobs/UnknownJob.tsx';
import styles from './list.module.css';

const MOST_CARDS = 2;

/** Runs that are under way. */
export function RunJobs() {
  const jobs = useAppSelector(selectActiveJobs).filter(({ kind }) => kind !== 'import');
  const [cancel] = useCancelJobMutation();
  if (jobs.length === 0) return null;
  return (
    <div className={styles.jobs}>
      {jobs
        .slice(0, MOST_CARDS)
        .map((job) =>
          job.isUnknown === true ? (
            <UnknownJob key={job.id} title={job.title} />
          ) : (
            <JobCard
              key={job.id}
              title={job.title}
              state={job.state}
              {...jobProgress(job)}
              onCancel={() => void cancel(job.id)}
              onOpen={() => goTo({ place: 'jobs' })}
            />
          ),
        )}
    </div>
  );
}
