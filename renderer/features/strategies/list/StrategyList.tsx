import { Archive, Plus, Search } from 'lucide-react';
import { useDeferredValue } from 'react';
import { useShownError } from '../../../app/store/shown-error.ts';
import { useAppDispatch } from '../../../app/store/store.ts';
import { IconButton } from '../../../ui/action/IconButton.tsx';
import { Select } from '../../../ui/field/Select.tsx';
import { TextField } from '../../../ui/field/TextField.tsx';
import { Panel } from '../../../ui/layout/Panel.tsx';
import { EmptyState } from '../../../ui/state/EmptyState.tsx';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/state/Skeleton.tsx';
import { archiveToggled, askedFor, searched, tagChosen } from '../desk-slice.ts';
import { useStrategiesQuery } from '../queries.ts';
import { useDesk } from '../use-desk.ts';
import styles from './list.module.css';
import { StrategyLine } from './StrategyLine.tsx';

const MOST = 500;
/** Stands for no tag at all: a tag doesn't begin with a space. */
const ANY = ' ';

/** All strategies, those that were changed last first. */
export function StrategyList({ current }: { current: string | null }) {
  const dispatch = useAppDispatch();
  const typed = useDesk((state) => state.search);
  const search = useDeferredValue(typed).trim();
  const tag = useDesk((state) => state.tag);
  const isArchive = useDesk((state) => state.isArchiveShown);
  const { data, error, refetch } = useStrategiesQuery({
    limit: MOST,
    archived: isArchive,
    ...(search !== '' && { search }),
    ...(tag !== null && { tag }),
  });
  const shown = useShownError(error);
  const isFiltered = search !== '' || tag !== null;
  const tags = data?.tags ?? [];
  return (
    <Panel
      title={isArchive ? 'Archive' : 'Strategies'}
      actions={
        <>
          <IconButton
            label="Show the archive"
            size="small"
            icon={<Archive aria-hidden />}
            isPressed={isArchive}
            onClick={() => dispatch(archiveToggled())}
          />
          <IconButton
            label="New strategy"
            size="small"
            icon={<Plus aria-hidden />}
            onClick={() => dispatch(askedFor('new'))}
          />
        </>
      }
    >
      <div className={styles.body}>
        <div className={styles.filter}>
          <TextField
            label="Find a strategy"
            isLabelHidden
            placeholder="Name, tag or text"
            icon={<Search aria-hidden />}
            value={typed}
            onChange={(text) => dispatch(searched(text))}
          />
          {(tags.length > 0 || tag !== null) && (
            <Select
              label="Tag"
              isLabelHidden
              value={tag ?? ANY}
              options={[{ value: ANY, label: 'All tags' }, ...tags.map((one) => ({ value: one, label: one }))]}
              onChange={(chosen) => dispatch(tagChosen(chosen === ANY ? null : chosen))}
            />
          )}
        </div>
        {shown !== null && <ErrorState error={shown} isCompact onRetry={() => void refetch()} />}
        {data === undefined && shown === null && <SkeletonLines label="Strategies" lines={6} />}
        {data?.rows.length === 0 && (
          <EmptyState
            title={isFiltered ? 'Nothing matches' : isArchive ? 'The archive is empty' : 'No strategies yet'}
            body={isFiltered ? 'No strategy has all of that.' : undefined}
          />
        )}
        <ul className={styles.list}>
          {data?.rows.map((row) => (
            <StrategyLine key={row.id} strategy={row} isCurrent={row.id === current} />
          ))}
        </ul>
      </div>
    </Panel>
  );
}
