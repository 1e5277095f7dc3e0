import { RotateCcw, X } from 'lucide-react';
import { useState } from 'react';
import { keyOf, keyWords } from '../../../app/commands/keymap.ts';
import { isMac } from '../../../app/shell/platform.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { IconButton } from '../../../ui/action/IconButton.tsx';
import { KeyRecorder } from './KeyRecorder.tsx';
import styles from './KeyRow.module.css';
import { commandWithKey } from './key-choice.ts';
import type { KnownCommand } from './known-commands.ts';

/** A command with its key, which can be recorded anew, taken away and reset. */
export function KeyRow({
  command,
  commands,
  keymap,
  onKey,
}: {
  command: KnownCommand;
  /** All of them: two can't have one key. */
  commands: readonly KnownCommand[];
  keymap: Readonly<Record<string, string | null>>;
  /** Null takes the key away. */
  onKey: (key: string | null) => void;
}) {
  // A recorded key that another command has.
  const [wanted, setWanted] = useState<string | null>(null);
  const { id, title, defaultKey } = command;
  const key = keyOf(command, keymap);
  const owner = wanted === null ? undefined : commandWithKey(commands, keymap, wanted, id);
  const record = (recorded: string) => {
    if (commandWithKey(commands, keymap, recorded, id) === undefined) onKey(recorded);
    else setWanted(recorded);
  };
  return (
    <li className={styles.row}>
      <div className={styles.line}>
        <span className={styles.title}>{title}</span>
        {id in keymap && (
          <IconButton
            label={`Reset the key of ${title}`}
            icon={<RotateCcw aria-hidden />}
            size="small"
            onClick={() => onKey(defaultKey ?? null)}
          />
        )}
        {key !== null && (
          <IconButton
            label={`Take the key from ${title}`}
            icon={<X aria-hidden />}
            size="small"
            onClick={() => onKey(null)}
          />
        )}
        <KeyRecorder title={title} shown={key} onRecord={record} />
      </div>
      {wanted !== null && owner !== undefined && (
        <div className={styles.conflict} role="alert">
          <span>
            {keyWords(wanted, isMac).join(' ')} is the key of “{owner.title}”.
          </span>
          <Button
            size="small"
            onClick={() => {
              onKey(wanted);
              setWanted(null);
            }}
          >
            Use it here
          </Button>
          <Button size="small" variant="quiet" onClick={() => setWanted(null)}>
            Leave it there
          </Button>
        </div>
      )}
    </li>
  );
}
