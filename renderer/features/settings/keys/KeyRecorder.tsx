import clsx from 'clsx';
import { type KeyboardEvent, useState } from 'react';
import { keyWords } from '../../../app/commands/keymap.ts';
import { isMac } from '../../../app/shell/platform.ts';
import styles from './KeyRecorder.module.css';
import { keyRefusal, recordedKey } from './recorded-key.ts';

/** Shows a key, and takes the next one that is pressed once it was clicked. Esc and leaving it end that. */
export function KeyRecorder({
  title,
  shown,
  onRecord,
}: {
  /** Of the command. */
  title: string;
  shown: string | null;
  onRecord: (key: string) => void;
}) {
  const [isRecording, setRecording] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const stop = () => {
    setRecording(false);
    setRefusal(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isRecording) return;
    // No command is to be run by the key that it is given.
    event.preventDefault();
    event.stopPropagation();
    const key = recordedKey(event.nativeEvent, isMac);
    if (key === 'Escape') stop();
    if (key === 'Escape' || key === null) return;
    const refused = keyRefusal(key);
    setRefusal(refused);
    if (refused !== null) return;
    stop();
    onRecord(key);
  };
  const words = shown === null ? 'no key' : keyWords(shown, isMac).join(' ');
  return (
    <span className={styles.recorder}>
      {refusal !== null && (
        <span className={styles.refusal} role="alert">
          {refusal}
        </span>
      )}
      <button
        type="button"
        className={clsx(styles.key, isRecording && styles.recording, shown === null && styles.none)}
        aria-label={isRecording ? `Press the new key of ${title}; Esc ends it` : `Key of ${title}: ${words}`}
        onClick={() => setRecording(true)}
        onKeyDown={onKeyDown}
        onBlur={stop}
      >
        {isRecording ? 'Press a key …' : words}
      </button>
    </span>
  );
}
