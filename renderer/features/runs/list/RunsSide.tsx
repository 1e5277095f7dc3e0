import { GitCompare, Plus } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import type { ApiError } from '#shared/contract/errors.ts';
import { useAppDispatch } from '../../../app/store/store.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { IconButton } from '../../../ui/action/IconButton.tsx';
import { Panel } from '../../../ui/layout/Panel.tsx';
import { EmptyState } from '../../../ui/state/EmptyState.tsx';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import { Skeleton } from '../../../ui/state/Skeleton.tsx';
import { useRunsQuery } from '../queries.ts';
import { useCompareWith } from '../use-compare-with.ts';
import { useNow } from '../use-now.ts';
import { useWorkspace } from '../use-workspace.ts';
import { compareCleared, newRunOpened } from '../workspace-slice.ts';
import { groupByDay } from './days.ts';
import styles from './list.module.css';
import { RunDay } from './RunDay.tsx';
import { RunFilter } from './RunFilter.tsx';
import { RunJobs } from './RunJobs.tsx';

const PAGE = 100;
const MOST = 500;

/** All runs, newest first. */
export function RunsSide({ current }: { current: string | null }) {
  const dispatch = useAppDispatch();
  const [limit, setLimit] = useState(PAGE);
  const text = useDeferredValue(useWorkspace((state) => state.text)).trim();
  const tag = useWorkspace((state) => state.tag);
  const compared = useWorkspace((state) => state.compared);
  const now = useNow();
  const { data, error, refetch } = useRunsQuery({ limit, ...(text !== '' && { text }), ...(tag !== null && { tag }) });
  const isFiltered = text !== '' || tag !== null;
  const newRun = () => dispatch(newRunOpened({}));
  return (
    <Panel
      title="Runs"
      actions={<IconButton label="New run" size="small" icon={<Plus aria-hidden />} onClick={newRun} />}
    >
      <div className={styles.body}>
        <RunFilter />
        {error !== undefined && <ErrorState error={error as ApiError} isCompact onRetry={() => void refetch()} />}
        <div className={styles.list}>
          {data === undefined && error === undefined && <LoadingList />}
          {data?.rows.length === 0 && (
            <EmptyState
              title={isFiltered ? 'Nothing matches' : 'No runs yet'}
              body={isFiltered ? 'No run has all of that.' : 'What you run is listed here.'}
            />
          )}
          {groupByDay(data?.rows ?? [], now).map((group) => (
            <RunDay key={group.day} group={group} current={current} compared={compared} />
          ))}
          {data !== undefined && data.total > data.rows.length && limit < MOST && (
            <div className={styles.more}>
              <Button size="small" onClick={() => setLimit(MOST)}>
                Show more of {data.total}
              </Button>
            </div>
          )}
        </div>
        <RunJobs />
        {compared.length > 0 && <CompareBar compared={compared} />}
      </div>
    </Panel>
  );
}

function CompareBar({ compared }: { compared: readonly string[] }) {
  const dispatch = useAppDispatch();
  const compareWith = useCompareWith();
  const [first, second] = compared;
  return (
    <div className={styles.compare}>
      <Button
        icon={<GitCompare aria-hidden />}
        disabled={second === undefined}
        onClick={() => first !== undefined && compareWith(first)}
      >
        {second === undefined ? 'Tick another to compare' : `Compare ${compared.length}`}
      </Button>
      <Button variant="quiet" onClick={() => dispatch(compareCleared())}>
        Clear
      </Button>
    </div>
  );
}

function LoadingList() {
  return (
    <div role="status" aria-label="Loading runs">
      {['a', 'b', 'c', 'd', 'e', 'f'].map((line) => (
        <div key={line} className={styles.skeleton}>
          <Skeleton width="70%" />
          <Skeleton width="45%" />
        </div>
      ))}
    </div>
  );
}
