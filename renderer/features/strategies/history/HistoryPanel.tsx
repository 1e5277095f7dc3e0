import { GitBranchPlus, GitCompare, History, RotateCcw } from 'lucide-react';
import type { StrategyDetail, StrategyRevision } from '#shared/contract/strategy.ts';
import type { Ms } from '#shared/domain/units.ts';
import { useShownError } from '../../../app/store/shown-error.ts';
import { useAppDispatch } from '../../../app/store/store.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { IconButton } from '../../../ui/action/IconButton.tsx';
import { Select } from '../../../ui/field/Select.tsx';
import { formatTime } from '../../../ui/format/time-utc.ts';
import { Badge } from '../../../ui/state/Badge.tsx';
import { EmptyState } from '../../../ui/state/EmptyState.tsx';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/state/Skeleton.tsx';
import { askedFor, versionsCompared } from '../desk-slice.ts';
import { useRevisionsQuery } from '../queries.ts';
import styles from './history.module.css';

const MINUTE: Ms = 60_000;

/** The revisions of a strategy, newest first: who saved what and when, to compare and to take back. */
export function HistoryPanel({
  detail,
  onRestore,
  onBranch,
}: {
  detail: StrategyDetail;
  onRestore: (revision: StrategyRevision) => void;
  onBranch: (branch: string) => void;
}) {
  const dispatch = useAppDispatch();
  const { id, branch, branches } = detail;
  const { data, error, refetch } = useRevisionsQuery(id);
  const shown = useShownError(error);
  return (
    <section className={styles.history} aria-label="History">
      <div className={styles.branch}>
        <Select
          label="Branch"
          value={branch}
          options={branches.map(({ name, isDirty }) => ({ value: name, label: isDirty ? `${name} ●` : name }))}
          onChange={onBranch}
        />
        <IconButton
          label="New branch"
          icon={<GitBranchPlus aria-hidden />}
          disabled={detail.head === null}
          onClick={() => dispatch(askedFor('branch'))}
        />
        <Button disabled={!detail.isDirty && detail.head !== null} onClick={() => dispatch(askedFor('revision'))}>
          Save a revision…
        </Button>
      </div>
      {shown !== null && <ErrorState error={shown} isCompact onRetry={() => void refetch()} />}
      {data === undefined && shown === null && <SkeletonLines label="Revisions" lines={4} />}
      {data?.rows.length === 0 && (
        <EmptyState
          icon={<History aria-hidden />}
          title="No revisions yet"
          body="A revision keeps the text as it is now, with a message. The draft is saved by itself."
        />
      )}
      <ol className={styles.list}>
        {data?.rows.map((revision) => (
          <RevisionLine
            key={revision.id}
            revision={revision}
            isHead={revision.id === detail.head?.id}
            onCompare={(before, after) => dispatch(versionsCompared({ strategy: id, before, after }))}
            onRestore={() => onRestore(revision)}
          />
        ))}
      </ol>
    </section>
  );
}

function RevisionLine({
  revision,
  isHead,
  onCompare,
  onRestore,
}: {
  revision: StrategyRevision;
  isHead: boolean;
  onCompare: (before: string, after: string) => void;
  onRestore: () => void;
}) {
  const { id, parent, message, author, createdAt, branches } = revision;
  return (
    <li className={styles.revision}>
      <span className={styles.message}>{message}</span>
      <span className={styles.about}>
        {author} · {formatTime(createdAt - (createdAt % MINUTE))} · <code>{id.slice(0, 7)}</code>
      </span>
      <span className={styles.badges}>
        {isHead && <Badge tone="accent">newest here</Badge>}
        {branches.map((name) => (
          <Badge key={name}>{name}</Badge>
        ))}
      </span>
      <span className={styles.actions}>
        <Button
          size="small"
          variant="quiet"
          icon={<GitCompare aria-hidden />}
          aria-label={`Compare ${message} with the draft`}
          onClick={() => onCompare(id, 'draft')}
        >
          With the draft
        </Button>
        {parent !== null && (
          <Button
            size="small"
            variant="quiet"
            aria-label={`What ${message} changed`}
            onClick={() => onCompare(parent, id)}
          >
            Its changes
          </Button>
        )}
        <Button
          size="small"
          variant="quiet"
          icon={<RotateCcw aria-hidden />}
          aria-label={`Restore ${message}`}
          onClick={onRestore}
        >
          Restore
        </Button>
      </span>
    </li>
  );
}
