import { useEffect, useState } from 'react';
import { apiErrorOf } from '#shared/contract/errors.ts';
import { api } from '../../../app/api/client.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import { ProgressBar } from '../../../ui/state/ProgressBar.tsx';
import { formatBytes } from '../byte-size.ts';
import type { ImportEvent, ImportStage } from './import-flow.ts';
import styles from './SendStage.module.css';
import { StageFrame } from './StageFrame.tsx';

/** Hands the file to the host. */
export function SendStage({
  stage: { file, sent, error },
  onEvent,
}: {
  stage: Extract<ImportStage, { step: 'send' }>;
  onEvent: (event: ImportEvent) => void;
}) {
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt sends the file again
  useEffect(() => {
    const sending = new AbortController();
    const { signal } = sending;
    api
      .upload(file, { signal, onProgress: (bytes) => onEvent({ type: 'sent', bytes }) })
      .then((upload) => {
        if (!signal.aborted) onEvent({ type: 'received', upload });
      })
      .catch((thrown) => {
        if (!signal.aborted) onEvent({ type: 'refused', error: apiErrorOf(thrown) });
      });
    return () => sending.abort();
  }, [file, attempt, onEvent]);
  return (
    <StageFrame actions={<Button onClick={() => onEvent({ type: 'passed' })}>Cancel</Button>}>
      {error === null ? (
        <div className={styles.progress}>
          <ProgressBar
            label={`Reading ${file.name}`}
            fraction={file.size === 0 ? null : sent / file.size}
            words={`${formatBytes(sent)} of ${formatBytes(file.size)}`}
          />
        </div>
      ) : (
        <ErrorState
          error={error}
          onRetry={() => {
            onEvent({ type: 'sent', bytes: 0 });
            setAttempt(attempt + 1);
          }}
        />
      )}
    </StageFrame>
  );
}
