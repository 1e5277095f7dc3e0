import clsx from 'clsx';
import { CircleAlert, CircleCheck, TriangleAlert, X } from 'lucide-react';
import { isOver, selectJob } from '../../../app/store/jobs-slice.ts';
import { useAppDispatch, useAppSelector } from '../../../app/store/store.ts';
import { IconButton } from '../../../ui/action/IconButton.tsx';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import { ProgressBar } from '../../../ui/state/ProgressBar.tsx';
import { jobProgress } from '../../jobs/progress.ts';
import { useWorkspace } from '../use-workspace.ts';
import { verifyStarted } from '../workspace-slice.ts';
import styles from './inspector.module.css';
import { type Verdict, verdictOf } from './verify-words.ts';

const ICONS = { ok: CircleCheck, warn: TriangleAlert, error: CircleAlert };
const TONES: Record<Verdict['tone'], string | undefined> = {
  ok: styles.toneOk,
  warn: styles.toneWarn,
  error: styles.toneError,
};

/** How verifying a run goes, and what it found. */
export function VerifyOutcome({ run }: { run: string }) {
  const dispatch = useAppDispatch();
  const verified = useWorkspace((state) => (state.verified?.run === run ? state.verified.job : null));
  const job = useAppSelector((state) => (verified === null ? undefined : selectJob(state, verified)));
  if (job === undefined) return null;
  if (!isOver(job)) return <ProgressBar label="Verifying" {...jobProgress(job)} />;
  if (job.error !== null) return <ErrorState error={job.error} isCompact />;
  if (job.result?.kind !== 'verify') return null;
  const { tone, title, body } = verdictOf(job.result);
  const Icon = ICONS[tone];
  return (
    <div className={clsx(styles.verdict, TONES[tone])} role="status">
      <Icon className={styles.icon} aria-hidden />
      <b>{title}</b>
      <IconButton label="Dismiss" size="small" icon={<X aria-hidden />} onClick={() => dispatch(verifyStarted(null))} />
      <p className={styles.verdictBody}>{body}</p>
    </div>
  );
}
