import { Equal, X } from 'lucide-react';
import { useState } from 'react';
import { useShownError } from '../../../app/store/shown-error.ts';
import { useAppDispatch } from '../../../app/store/store.ts';
import { DiffEditor } from '../../../editor/DiffEditor.tsx';
import { IconButton } from '../../../ui/action/IconButton.tsx';
import { Select } from '../../../ui/field/Select.tsx';
import { EmptyState } from '../../../ui/state/EmptyState.tsx';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import { type ComparedVersions, versionsCompared } from '../desk-slice.ts';
import { useRevisionsQuery, useStrategyDiffQuery } from '../queries.ts';
import styles from './history.module.css';

const DRAFT = { value: 'draft', label: 'Draft' };

/** Two versions of a strategy beside each other, in the place of the editor. */
export function CompareVersions({ compared }: { compared: ComparedVersions }) {
  const dispatch = useAppDispatch();
  const { strategy, before, after } = compared;
  const { data, error, refetch } = useStrategyDiffQuery(compared);
  const shown = useShownError(error);
  const { data: revisions } = useRevisionsQuery(strategy);
  const [chosen, setChosen] = useState<string | null>(null);
  const files = data?.files ?? [];
  const file = files.find(({ path }) => path === chosen) ?? files[0];
  const versions = [
    DRAFT,
    ...(revisions?.rows ?? []).map(({ id, message }) => ({ value: id, label: `${message} · ${id.slice(0, 7)}` })),
  ];
  const compare = (sides: Partial<ComparedVersions>) => dispatch(versionsCompared({ ...compared, ...sides }));
  const close = () => void dispatch(versionsCompared(null));
  return (
    <section
      className={styles.compare}
      aria-label="Compare versions"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) close();
      }}
    >
      <div className={styles.sides}>
        <Select label="Before" value={before} options={versions} onChange={(id) => compare({ before: id })} />
        <Select label="After" value={after} options={versions} onChange={(id) => compare({ after: id })} />
        {files.length > 1 && (
          <Select
            label="File"
            value={file?.path ?? null}
            options={files.map(({ path }) => ({ value: path, label: path }))}
            onChange={setChosen}
          />
        )}
        <IconButton label="Close the comparison" icon={<X aria-hidden />} onClick={close} />
      </div>
      {shown !== null && <ErrorState error={shown} onRetry={() => void refetch()} />}
      {data !== undefined && file === undefined && (
        <EmptyState icon={<Equal aria-hidden />} title="Nothing differs" body="Both versions have the same text." />
      )}
      {file !== undefined && <DiffEditor before={file.before ?? ''} after={file.after ?? ''} label={file.path} />}
    </section>
  );
}
