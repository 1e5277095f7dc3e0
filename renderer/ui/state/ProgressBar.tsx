import { Progress } from '@base-ui/react/progress';
import clsx from 'clsx';
import styles from './ProgressBar.module.css';

/** How far something is. The bar moves only by what is known; without a fraction it says that it is busy. */
export function ProgressBar({
  label,
  fraction,
  words,
  isStill = false,
}: {
  /** What is under way; read out. */
  label: string;
  /** 0 … 1; null while the size of the work isn't known. */
  fraction: number | null;
  /** What stands below: `6,214 / 10,000 · 412 runs/s · 9 s left`. */
  words?: string;
  /** Paused or over: nothing moves. */
  isStill?: boolean;
}) {
  return (
    <Progress.Root
      className={styles.progress}
      aria-label={label}
      value={fraction === null ? null : Math.min(1, Math.max(0, fraction))}
      max={1}
      getAriaValueText={(text) => words ?? text ?? 'under way'}
    >
      <Progress.Track className={styles.track}>
        <Progress.Indicator
          className={clsx(styles.indicator, isStill && styles.still, fraction === null && styles.unknown)}
        />
      </Progress.Track>
      {words !== undefined && <span className={styles.words}>{words}</span>}
    </Progress.Root>
  );
}
