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

const MOST_TAGS = 20;

/** What a person wrote about a run. Give it the run's id as its key: what is typed belongs to one run. */
export function Annotations({ run, tags, note }: { run: string; tags: readonly string[]; note: string }) {
  const [annotate, { error }] = useAnnotateRunMutation();
  const [tag, setTag] = useState('');
  const [text, setText] = useState(note);
  const setTags = (next: readonly string[]) => void annotate({ run, tags: [...next] });
  const add = (event: FormEvent) => {
    event.preventDefault();
    const added = tag.trim();
    if (added === '') return;
    if (!tags.includes(added)) setTags([...tags, added]);
    setTag('');
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
                  onClick={() => setTags(tags.filter((other) => other !== one))}
                />
              </li>
            ))}
          </ul>
        )}
        {tags.length < MOST_TAGS && (
          <form onSubmit={add}>
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
          onChange={(event) => setText(event.target.value)}
          onBlur={() => {
            if (text !== note) void annotate({ run, note: text });
          }}
        />
        {error !== undefined && <ErrorState error={error as ApiError} isCompact />}
      </div>
    </section>
  );
}
