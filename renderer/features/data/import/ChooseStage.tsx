import { FileUp } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../../../ui/action/Button.tsx';
import styles from './ChooseStage.module.css';

const ACCEPTED = '.csv,.tsv,.txt,.jsonl,.ndjson,.parquet,.gz,.zip';

/** Waits for files; they can also be dropped anywhere. */
export function ChooseStage({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.area}>
      <FileUp className={styles.icon} aria-hidden />
      <p className={styles.title}>Drop files of prices here</p>
      <p className={styles.words}>
        CSV, JSON lines or Parquet, plain or packed by gzip or ZIP: dates with open, high, low and close, or with one
        price. They stay on this machine.
      </p>
      <Button variant="primary" onClick={() => input.current?.click()}>
        Choose files
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={ACCEPTED}
        aria-label="Files of prices"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </div>
  );
}
