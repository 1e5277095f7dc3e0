import { Button } from '../../../ui/action/Button.tsx';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import styles from '../workbench.module.css';
import type { OpenStrategy } from './open-strategy.ts';
import { useDraftState } from './use-open-strategy.ts';

/** Says that a draft couldn't be saved, and asks which text to keep where it was changed in two places. */
export function DraftNotice({ open: { draft } }: { open: OpenStrategy }) {
  const state = useDraftState(draft);
  if (state.kind === 'failed') {
    return <ErrorState error={state.error} isCompact onRetry={() => void draft.flush()} />;
  }
  if (state.kind !== 'conflict') return null;
  return (
    <div className={styles.conflict} role="alert">
      <p>
        <b>This strategy was changed somewhere else, too.</b> Nothing is saved until you choose.
      </p>
      <Button size="small" onClick={() => void draft.keepMine()}>
        Keep what stands here
      </Button>
      <Button size="small" onClick={() => draft.takeTheirs()}>
        Take the other text
      </Button>
    </div>
  );
}

/** Whether what is typed is safe. */
export function DraftStatus({ open: { draft } }: { open: OpenStrategy }) {
  const { kind } = useDraftState(draft);
  return <span role="status">{WORDS[kind]}</span>;
}

const WORDS = {
  saved: 'Draft saved',
  changed: 'Saving…',
  saving: 'Saving…',
  conflict: 'Not saved: changed in two places',
  failed: 'Not saved',
} as const;
