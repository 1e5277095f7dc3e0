import { Plus, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { ApiError } from '#shared/contract/errors.ts';
import { IconButton } from '../../../ui/action/IconButton.tsx';
import { TextField } from '../../../ui/field/TextField.tsx';
import { SectionHeading } from '../../../ui/layout/SectionHeading.tsx';
import { Badge } from '../../../ui/state/Badge.tsx';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import { useAnnotateRunMutation } from '../queries.ts';
import styles from './inspector.module.css';
import { useNote } from './use-note.ts';

const MOST_TAGS = 20;

/** What a person wrote about a run. Give it the run's id as its key: what is typed belongs to one run. */
export function Annotations({ run, tags, note }: { run: string; tags: readonly string[]; note: string }) {
  const [annotate, { error: tagError }] = useAnnotateRunMutation();
  const [tag, setTag] = useState('');
  const { text, write, save, error = tagError } = useNote(run, note);
  const setTags = (next: readonly string[]) => annotate({ run, tags: [...next] });
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const added = tag.trim();
    if (added === '') return;
    if (!tags.includes(added)) {
      const { error: refusal } = await setTags([...tags, added]);
      if (refusal !== undefined) return;
    }
    setTag((now) => (now.trim() === added ? '' : now));
  };
  return (
    <section aria-label="Tags and note">
      <SectionHeading>Tags and note</SectionHeading>
      <div className={styles.section}>
        {tags.length > 0 && (
          <ul className={styles.tags} aria-label="Tags">
            {tags.map((one) => (
              <li key={one} className={styles.tags}>
                <Badge>{one}</Badge>
                <IconButton
                  label={`Remove tag ${one}`}
                  size="small"
                  icon={<X aria-hidden />}
                  onClick={() => void setTags(tags.filter((other) => other !== one))}
                />
              </li>
            ))}
          </ul>
        )}
        {tags.length < MOST_TAGS && (
          <form onSubmit={(event) => void add(event)}>
            <TextField
              label="Add a tag"
              isLabelHidden
              placeholder="Add a tag"
              value={tag}
              onChange={setTag}
              icon={<Plus size={13} aria-hidden />}
            />
          </form>
        )}
        <textarea
          className={styles.note}
          aria-label="Note"
          placeholder="Note"
          maxLength={10_000}
          value={text}
          onChange={(event) => write(event.target.value)}
          onBlur={save}
        />
        {error !== undefined && <ErrorState error={error as ApiError} isCompact />}
      </div>
    </section>
  );
}
