import { Pause, Play, X } from 'lucide-react';
import type { Job } from '#shared/contract/job.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import { ProgressBar } from '../../../ui/state/ProgressBar.tsx';
import { jobProgress } from '../../jobs/progress.ts';
import { useCancelJobMutation, usePauseJobMutation, useResumeJobMutation } from '../../jobs/queries.ts';
import { formProblem } from './form-problem.ts';
import { ImportDone } from './ImportDone.tsx';
import styles from './ImportStageView.module.css';
import type { ImportEvent } from './import-flow.ts';
import { StageFrame } from './StageFrame.tsx';

export interface ImportStageProps {
  /** Of the file. */
  name: string;
  /** Undefined until the host has told of it. */
  job: Job | undefined;
  /** Another file waits. */
  hasNext: boolean;
  onSkipBad: () => void;
  onEvent: (event: ImportEvent) => void;
}

/** The import itself: how far it is, or what came of it. */
export function ImportStageView(props: ImportStageProps) {
  const { job, hasNext, onEvent } = props;
  if (job?.state === 'done' && job.result?.kind === 'import') {
    return <ImportDone result={job.result} hasNext={hasNext} onEvent={onEvent} />;
  }
  if (job?.state === 'failed' && job.error !== null) return <ImportFailed {...props} error={job.error} />;
  if (job?.state === 'cancelled' || job?.state === 'interrupted') return <ImportStopped {...props} />;
  return <ImportUnderWay {...props} />;
}

function ImportUnderWay({ job, onEvent }: ImportStageProps) {
  const [pause] = usePauseJobMutation();
  const [resume] = useResumeJobMutation();
  const [cancel] = useCancelJobMutation();
  const { fraction, words } = job === undefined ? { fraction: null, words: 'begins' } : jobProgress(job);
  return (
    <StageFrame
      words={job?.state === 'paused' ? 'It stays paused when this is closed.' : 'It goes on when this is closed.'}
      actions={
        <>
          {job !== undefined && (
            <Button icon={<X aria-hidden />} onClick={() => void cancel(job.id)}>
              Cancel the import
            </Button>
          )}
          {job?.state === 'paused' && (
            <Button icon={<Play aria-hidden />} onClick={() => void resume(job.id)}>
              Resume
            </Button>
          )}
          {job?.state === 'running' && job.canPause && (
            <Button icon={<Pause aria-hidden />} onClick={() => void pause(job.id)}>
              Pause
            </Button>
          )}
          <Button onClick={() => onEvent({ type: 'closed' })}>Close</Button>
        </>
      }
    >
      <div className={styles.progress}>
        <ProgressBar
          label={job?.title ?? 'Import'}
          fraction={fraction}
          words={words}
          isStill={job?.state === 'paused'}
        />
      </div>
    </StageFrame>
  );
}

function ImportFailed({
  error,
  name,
  hasNext,
  onSkipBad,
  onEvent,
}: ImportStageProps & { error: NonNullable<Job['error']> }) {
  const hasGoodRows = error.code === 'data.bad-rows' && !error.message.includes('no good rows');
  return (
    <StageFrame
      actions={
        <>
          {hasNext && <Button onClick={() => onEvent({ type: 'passed' })}>Leave this file out</Button>}
          <Button onClick={() => onEvent({ type: 'readAgain' })}>Change how it is read</Button>
          {hasGoodRows && (
            <Button variant="primary" onClick={onSkipBad}>
              Skip bad rows and import
            </Button>
          )}
        </>
      }
    >
      <ErrorState error={formProblem(error, name)} />
    </StageFrame>
  );
}

function ImportStopped({ job, hasNext, onEvent }: ImportStageProps) {
  return (
    <StageFrame
      actions={
        <Button variant="primary" onClick={() => onEvent(hasNext ? { type: 'passed' } : { type: 'closed' })}>
          {hasNext ? 'Next file' : 'Close'}
        </Button>
      }
    >
      <p className={styles.progress}>The import was {job?.state}; nothing was added.</p>
    </StageFrame>
  );
}
