import { FilePlus, Upload } from 'lucide-react';
import { useState } from 'react';
import { useShownError } from '../../../app/store/shown-error.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { Select } from '../../../ui/field/Select.tsx';
import { TextField } from '../../../ui/field/TextField.tsx';
import { EmptyState } from '../../../ui/state/EmptyState.tsx';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/state/Skeleton.tsx';
import { useTemplatesQuery } from '../queries.ts';
import styles from './list.module.css';
import { fittingTemplates } from './template-search.ts';
import { useBeginning } from './use-beginning.ts';

/** Stands for every kind: none is called so. */
const ANY = ' ';

/** Where a new strategy can begin: with nothing, with a file, or with one of those that ship. */
export function TemplateGallery({ onBegun }: { onBegun: () => void }) {
  const { begin, importFile, error, isBusy } = useBeginning(onBegun);
  const { data: templates, error: unread, refetch } = useTemplatesQuery();
  const shown = useShownError(unread);
  const [text, setText] = useState('');
  const [kind, setKind] = useState(ANY);
  const kinds = [...new Set(templates?.map((one) => one.kind).filter((one) => one !== ''))].sort();
  const fitting = fittingTemplates(templates ?? [], text, kind === ANY ? null : kind);
  return (
    <div className={styles.gallery}>
      {error !== null && <ErrorState error={error} isCompact />}
      <div className={styles.beginnings}>
        <Button
          variant="primary"
          icon={<FilePlus aria-hidden />}
          isBusy={isBusy}
          onClick={() => begin({ kind: 'empty' })}
        >
          Empty strategy
        </Button>
        <Button icon={<Upload aria-hidden />} onClick={importFile}>
          Import a file…
        </Button>
        <TextField
          label="Find a template"
          isLabelHidden
          placeholder="Find a template"
          value={text}
          onChange={setText}
        />
        {kinds.length > 1 && (
          <Select
            label="Kind"
            isLabelHidden
            value={kind}
            options={[{ value: ANY, label: 'All kinds' }, ...kinds.map((one) => ({ value: one, label: one }))]}
            onChange={setKind}
          />
        )}
      </div>
      {shown !== null && <ErrorState error={shown} isCompact onRetry={() => void refetch()} />}
      {templates === undefined && shown === null && <SkeletonLines label="Templates" lines={6} />}
      {templates !== undefined && fitting.length === 0 && <EmptyState title="No template has these words" />}
      <ul className={styles.cards} aria-label="Templates">
        {fitting.map((template) => (
          <li key={template.id}>
            <button
              type="button"
              className={styles.card}
              disabled={isBusy}
              onClick={() => begin({ kind: 'template', template: template.id })}
            >
              <b>{template.name}</b>
              {template.kind !== '' && <span className={styles.kind}>{template.kind}</span>}
              <span>{template.description}</span>
              {template.fails !== '' && <span className={styles.fails}>When it fails: {template.fails}</span>}
              {template.data !== '' && <span className={styles.fails}>Data: {template.data}</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
