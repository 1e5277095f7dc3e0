import clsx from 'clsx';
import type { ImportStage } from './import-flow.ts';
import styles from './StepLine.module.css';

const STEPS = [
  { title: 'File', steps: ['choose', 'send'] },
  { title: 'How it is read', steps: ['read'] },
  { title: 'Problems', steps: ['problems'] },
  { title: 'Import', steps: ['import'] },
] as const satisfies readonly { title: string; steps: readonly ImportStage['step'][] }[];

/** Where in an import one is. */
export function StepLine({ step, waiting }: { step: ImportStage['step']; waiting: number }) {
  const current = STEPS.findIndex(({ steps }) => (steps as readonly string[]).includes(step));
  return (
    <div className={styles.line}>
      <ol className={styles.steps}>
        {STEPS.map(({ title }, place) => (
          <li
            key={title}
            className={clsx(styles.step, place === current && styles.current, place < current && styles.passed)}
            aria-current={place === current ? 'step' : undefined}
          >
            <span className={styles.number} aria-hidden>
              {place + 1}
            </span>
            {title}
          </li>
        ))}
      </ol>
      {waiting > 0 && (
        <span className={styles.waiting}>{waiting === 1 ? '1 more file waits' : `${waiting} more files wait`}</span>
      )}
    </div>
  );
}
