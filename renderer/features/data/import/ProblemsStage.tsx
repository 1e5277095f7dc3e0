import type { ImportPreview } from '#shared/contract/market.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { BadRowTable } from './BadRowTable.tsx';
import styles from './ProblemsStage.module.css';
import { badRowsWords } from './preview-words.ts';
import { StageFrame } from './StageFrame.tsx';

/** The rows that are no bars, and what to do about them. */
export function ProblemsStage({
  preview,
  isStarting,
  onBack,
  onSkipBad,
}: {
  preview: ImportPreview;
  isStarting: boolean;
  onBack: () => void;
  onSkipBad: () => void;
}) {
  const { badRows, badRowCount, goodRows, isWhole } = preview;
  return (
    <StageFrame
      words={goodRows === 0 && 'No row can be read as it is: change how the file is read.'}
      actions={
        <>
          <Button onClick={onBack}>Back</Button>
          <Button variant="primary" disabled={goodRows === 0} isBusy={isStarting} onClick={onSkipBad}>
            Skip bad rows and import
          </Button>
        </>
      }
    >
      <div className={styles.stage}>
        <p className={styles.words}>
          {badRowsWords(preview)}. Import the others without them, change how the file is read, or correct the file and
          choose it again.
          {!isWhole && ' Further down there may be more: they are skipped, too, and listed afterwards.'}
        </p>
        <BadRowTable rows={badRows} total={badRowCount} />
      </div>
    </StageFrame>
  );
}
