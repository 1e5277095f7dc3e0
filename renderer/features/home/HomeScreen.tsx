import { Play } from 'lucide-react';
import { selectActiveJobs } from '../../app/store/jobs-slice.ts';
import { useShownError } from '../../app/store/shown-error.ts';
import { useAppSelector } from '../../app/store/store.ts';
import { ErrorState } from '../../ui/state/ErrorState.tsx';
import { SkeletonLines } from '../../ui/state/Skeleton.tsx';
import { JobItem } from '../jobs/JobItem.tsx';
import { FirstRun } from '../onboarding/FirstRun.tsx';
import { useLibraryQuery, useRunsQuery } from '../runs/queries.ts';
import { useNewRun } from '../runs/use-new-run.ts';
import styles from './HomeScreen.module.css';
import { RecentRuns } from './RecentRuns.tsx';

const RECENT = 8;

/** Where one begins: the first run, or where one left off. */
export function HomeScreen() {
  const { data: recent, error, isLoading, refetch } = useRunsQuery({ limit: RECENT });
  const failure = useShownError(error);
  const active = useAppSelector(selectActiveJobs);
  return (
    <div className={styles.screen}>
      <h1 className={styles.title}>Home</h1>
      {failure !== null && <ErrorState error={failure} onRetry={refetch} isCompact={recent !== undefined} />}
      {isLoading && <SkeletonLines label="Loading runs" lines={5} />}
      {recent !== undefined && recent.total === 0 && <FirstRun />}
      {active.length > 0 && (
        <section aria-labelledby="under-way">
          <h2 id="under-way">Under way</h2>
          {active.map((job) => (
            <JobItem key={job.id} job={job} />
          ))}
        </section>
      )}
      {recent !== undefined && recent.total > 0 && <RecentRuns runs={recent.rows} total={recent.total} />}
      <Library />
    </div>
  );
}

/** The strategies that ship with Hindcast. */
function Library() {
  const { data: strategies = [] } = useLibraryQuery();
  const newRun = useNewRun();
  if (strategies.length === 0) return null;
  return (
    <section aria-labelledby="library">
      <h2 id="library">Strategies to start from</h2>
      <ul className={styles.library}>
        {strategies.map(({ id, name, description, file }) => (
          <li key={id}>
            <button type="button" className={styles.strategy} onClick={() => newRun({ strategy: id })}>
              <span className={styles.name}>
                <Play aria-hidden size={13} /> {name}
              </span>
              <span className={styles.file}>{file}</span>
              {description !== '' && <span className={styles.description}>{description}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
