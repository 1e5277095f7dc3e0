import { CircleCheck } from 'lucide-react';
import { goTo } from '../../../app/routes/use-route.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { useNewRun } from '../../runs/use-new-run.ts';
import { BadRowTable } from './BadRowTable.tsx';
import styles from './ImportDone.module.css';
import type { ImportEvent } from './import-flow.ts';
import { type ImportResult, resultWords, seriesWords } from './import-result.ts';
import { StageFrame } from './StageFrame.tsx';

/** What came of an import, and what to do next. */
export function ImportDone({
  result,
  hasNext,
  onEvent,
}: {
  result: ImportResult;
  hasNext: boolean;
  onEvent: (event: ImportEvent) => void;
}) {
  const newRun = useNewRun();
  const leaveFor = (go: () => void) => () => {
    onEvent({ type: 'closed' });
    go();
  };
  return (
    <StageFrame
      actions={
        <>
          <Button onClick={() => onEvent({ type: 'closed' })}>Close</Button>
          <Button onClick={leaveFor(() => newRun({ series: result.series.map(({ id }) => id) }))}>
            Run a strategy on it
          </Button>
          <Button variant={hasNext ? 'primary' : 'secondary'} onClick={() => onEvent({ type: 'passed' })}>
            {hasNext ? 'Next file' : 'Import another file'}
          </Button>
        </>
      }
    >
      <div className={styles.done}>
        <p className={styles.words}>
          <CircleCheck aria-hidden /> {resultWords(result)}
        </p>
        <ul className={styles.list}>
          {result.series.map((series) => (
            <li key={series.id} className={styles.series}>
              <button
                type="button"
                className={styles.link}
                onClick={leaveFor(() => goTo({ place: 'data', series: series.id }))}
              >
                {series.id}
              </button>
              <span>{seriesWords(series)}</span>
            </li>
          ))}
        </ul>
        {result.badRowCount > 0 && <BadRowTable rows={result.badRows} total={result.badRowCount} />}
      </div>
    </StageFrame>
  );
}
