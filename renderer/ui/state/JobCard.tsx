import clsx from 'clsx';
import { Pause, Play, X } from 'lucide-react';
import type { JobState } from '#shared/contract/job.ts';
import { Button } from '../action/Button.tsx';
import styles from './JobCard.module.css';
import { ProgressBar } from './ProgressBar.tsx';

const TONES: Record<JobState, 'muted' | 'info' | 'ok' | 'warn' | 'bad'> = {
  queued: 'muted',
  running: 'info',
  paused: 'muted',
  done: 'ok',
  failed: 'bad',
  cancelled: 'muted',
  interrupted: 'warn',
};

export interface JobCardProps {
  title: string;
  state: JobState;
  /** 0 … 1; null while the size of the work isn't known. */
  fraction: number | null;
  /** `6,214 / 10,000 · 412 runs/s · 9 s left` */
  words: string;
  /** Why it failed. */
  error?: string;
  /** What can be done with it now; no handler, no button. */
  onPause?: () => void;
  onResume?: () => void;
  onCancel?: () => void;
  onOpen?: () => void;
}

/** A piece of work that takes a while. */
export function JobCard({ title, state, fraction, words, error, onPause, onResume, onCancel, onOpen }: JobCardProps) {
  const isOver = state === 'done' || state === 'failed' || state === 'cancelled';
  return (
    <article className={styles.card} aria-label={title}>
      <header className={styles.header}>
        <h2 className={styles.title}>{title}</h2>
        <span className={clsx(styles.state, styles[TONES[state]])}>{state}</span>
      </header>
      {isOver ? (
        <p className={styles.words}>{words}</p>
      ) : (
        <ProgressBar label={title} fraction={fraction} words={words} isStill={state !== 'running'} />
      )}
      {error !== undefined && <p className={styles.error}>{error}</p>}
      {(onPause ?? onResume ?? onCancel ?? onOpen) !== undefined && (
        <footer className={styles.actions}>
          {onPause !== undefined && (
            <Button size="small" icon={<Pause aria-hidden />} onClick={onPause}>
              Pause
            </Button>
          )}
          {onResume !== undefined && (
            <Button size="small" icon={<Play aria-hidden />} onClick={onResume}>
              Resume
            </Button>
          )}
          {onCancel !== undefined && (
            <Button size="small" icon={<X aria-hidden />} onClick={onCancel}>
              Cancel
            </Button>
          )}
          <span className={styles.space} />
          {onOpen !== undefined && (
            <Button size="small" onClick={onOpen}>
              Open
            </Button>
          )}
        </footer>
      )}
    </article>
  );
}
