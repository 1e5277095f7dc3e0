import type { ApiError } from '#shared/contract/errors.ts';
import type { ImportPreview } from '#shared/contract/market.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/state/Skeleton.tsx';
import { FilePreview } from './FilePreview.tsx';
import type { DraftErrors, ImportDraft } from './import-draft.ts';
import { badRowsWords, whatIsMissing } from './preview-words.ts';
import { ReadForm } from './ReadForm.tsx';
import styles from './ReadStage.module.css';
import { StageFrame } from './StageFrame.tsx';

/** How the file is read: what was found, and what a person knows better. */
export function ReadStage({
  draft,
  errors,
  preview,
  isFresh,
  isStarting,
  hasNext,
  error,
  onRetry,
  onDraft,
  onCancel,
  onProblems,
  onImport,
}: {
  draft: ImportDraft;
  errors: DraftErrors;
  /** The last one; undefined until there is one. */
  preview: ImportPreview | undefined;
  /** It is about the draft as it stands. */
  isFresh: boolean;
  isStarting: boolean;
  /** Another file waits. */
  hasNext: boolean;
  error: ApiError | null;
  onRetry: () => void;
  onDraft: (draft: ImportDraft) => void;
  onCancel: () => void;
  onProblems: () => void;
  onImport: () => void;
}) {
  const missing = preview === undefined ? null : whatIsMissing(preview);
  const hasBadRows = preview !== undefined && preview.badRowCount > 0;
  const canGoOn = isFresh && preview !== undefined && (missing === null || (preview.problem === null && hasBadRows));
  return (
    <StageFrame
      words={preview !== undefined && error === null && (missing ?? badRowsWords(preview))}
      actions={
        <>
          <Button onClick={onCancel}>{hasNext ? 'Leave this file out' : 'Cancel'}</Button>
          <Button
            variant="primary"
            disabled={!canGoOn || Object.keys(errors).length > 0}
            isBusy={isStarting}
            onClick={hasBadRows ? onProblems : onImport}
          >
            {hasBadRows ? 'See the bad rows' : 'Import'}
          </Button>
        </>
      }
    >
      <div className={styles.stage}>
        <ReadForm draft={draft} errors={errors} preview={preview} onDraft={onDraft} />
        <div className={styles.preview}>
          {error !== null && <ErrorState error={error} onRetry={onRetry} isCompact={preview !== undefined} />}
          {preview === undefined && error === null && <SkeletonLines label="Looking at the file" lines={8} />}
          {preview !== undefined && <FilePreview preview={preview} isFresh={isFresh} />}
        </div>
      </div>
    </StageFrame>
  );
}
