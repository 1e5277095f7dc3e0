import { GitCompare, Plus } from 'lucide-react';
import { useCallback, useDeferredValue, useMemo } from 'react';
import { useShownError } from '../../../app/store/shown-error.ts';
import { useAppDispatch } from '../../../app/store/store.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { IconButton } from '../../../ui/action/IconButton.tsx';
import { Panel } from '../../../ui/layout/Panel.tsx';
import { EmptyState } from '../../../ui/state/EmptyState.tsx';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import { Skeleton } from '../../../ui/state/Skeleton.tsx';
import { useRunQuery } from '../queries.ts';
import { useCompareWith } from '../use-compare-with.ts';
import { useWorkspace } from '../use-workspace.ts';
import { compareCleared, newRunOpened } from '../workspace-slice.ts';
import styles from './list.module.css';
import { runsOf } from './page-rows.ts';
import { RunFilter } from './RunFilter.tsx';
import { RunJobs } from './RunJobs.tsx';
import { RunList } from './RunList.tsx';
import { useRunPagesInfiniteQuery } from './run-pages.ts';

/** All runs, newest first. */
export function RunsSide({ current }: { current: string | null }) {
  const dispatch = useAppDispatch();
  const text = useDeferredValue(useWorkspace((state) => state.text)).trim();
  const tag = useWorkspace((state) => state.tag);
  const compared = useWorkspace((state) => state.compared);
  // An address may name a run by the beginning of its id, or as the last one.
  const shown = useRunQuery(current ?? '', { skip: current === null }).currentData?.run.id ?? current;
  const { data, error, refetch, fetchNextPage, isFetchingNextPage } = useRunPagesInfiniteQuery({
    ...(text !== '' && { text }),
    ...(tag !== null && { tag }),
  });
  const failure = useShownError(error);
  const runs = useMemo(() => runsOf(data?.pages ?? []), [data]);
  const total = data?.pages.at(-1)?.total ?? 0;
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [isFetchingNextPage, fetchNextPage]);
  const isFiltered = text !== '' || tag !== null;
  const newRun = () => dispatch(newRunOpened({}));
  return (
    <Panel
      title="Runs"
      actions={<IconButton label="New run" size="small" icon={<Plus aria-hidden />} onClick={newRun} />}
    >
      <div className={styles.body}>
        <RunFilter />
        {failure !== null && <ErrorState error={failure} isCompact onRetry={() => void refetch()} />}
        {data === undefined && failure === null && <LoadingList />}
        {data !== undefined && total === 0 && (
          <EmptyState
            title={isFiltered ? 'Nothing matches' : 'No runs yet'}
            body={isFiltered ? 'No run has all of that.' : 'What you run is listed here.'}
          />
        )}
        {total > 0 && (
          <RunList
            // Another narrowing begins at its top.
            key={`${tag} ${text}`}
            runs={runs}
            total={total}
            current={shown}
            compared={compared}
            onEnd={more}
          />
        )}
        {total === 0 && <div className={styles.list} />}
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
