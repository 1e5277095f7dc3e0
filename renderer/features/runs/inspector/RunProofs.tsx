import { FlaskConical } from 'lucide-react';
import type { ApiError } from '#shared/contract/errors.ts';
import type { RunRow } from '#shared/contract/run.ts';
import { lookAheadWords, warmUpWords } from '#shared/domain/proof-words.ts';
import { isOver, selectJobs } from '../../../app/store/jobs-slice.ts';
import { useShownError } from '../../../app/store/shown-error.ts';
import { useAppSelector } from '../../../app/store/store.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { SectionHeading } from '../../../ui/layout/SectionHeading.tsx';
import { notify } from '../../../ui/overlay/notify.ts';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import { ProgressBar } from '../../../ui/state/ProgressBar.tsx';
import { jobProgress } from '../../jobs/progress.ts';
import { type RunProofs as Known, useProveRunMutation, useRunProofsQuery } from '../queries.ts';
import styles from './inspector.module.css';
import { ProofShown } from './ProofShown.tsx';

/** What repeating a run on other bars has shown: whether it looks ahead, and hangs on where its bars begin. */
export function RunProofs({ run: { id, strategy } }: { run: RunRow }) {
  const { currentData: known, error } = useRunProofsQuery(id);
  const failure = useShownError(error);
  const [prove, { isLoading: isAsking }] = useProveRunMutation();
  const job = useAppSelector((state) => selectJobs(state).find(({ kind, run }) => kind === 'proof' && run === id));
  const isRunning = known?.state === 'running' || (job !== undefined && !isOver(job));
  const problem = failure ?? job?.error ?? null;

  const onProve = async () => {
    const { error: refused } = await prove(id);
    if (refused !== undefined) notify({ tone: 'error', title: 'Can’t prove', body: (refused as ApiError).message });
  };
  return (
    <section aria-label="Proofs">
      <SectionHeading
        aside={
          <Button
            size="small"
            variant="quiet"
            icon={<FlaskConical aria-hidden />}
            isBusy={isAsking || isRunning}
            onClick={() => void onProve()}
          >
            {known?.state === 'proven' ? 'Prove again' : 'Prove'}
          </Button>
        }
      >
        Proofs
      </SectionHeading>
      <div className={styles.section}>
        {isRunning && (
          <ProgressBar
            label="Repeating the run on other bars"
            {...(job === undefined || isOver(job) ? { fraction: null } : jobProgress(job))}
          />
        )}
        {!isRunning && problem !== null && <ErrorState error={problem} isCompact />}
        {!isRunning && known !== undefined && <Outcome known={known} run={id} file={strategy.file} />}
      </div>
    </section>
  );
}

function Outcome({ known, run, file }: { known: Known; run: string; file: string }) {
  if (known.state !== 'proven') {
    return <p className={styles.nothing}>Not asked yet: does it look ahead, and is its warm-up long enough?</p>;
  }
  const { lookAhead, warmUp } = known;
  const line = lookAhead.verdict === 'found' ? lookAhead.line : null;
  return (
    <>
      <ProofShown
        words={lookAheadWords(lookAhead)}
        place={lookAhead.verdict === 'found' ? { run, row: lookAhead.bar } : null}
        code={line === null ? null : `${file}:${line}`}
      />
      <ProofShown
        words={warmUpWords(warmUp)}
        place={warmUp.verdict === 'found' ? { run, row: warmUp.bar } : null}
        code={null}
      />
    </>
  );
}
