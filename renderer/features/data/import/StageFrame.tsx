import type { ReactNode } from 'react';
import styles from './StageFrame.module.css';

/** One step of the import: what it shows, and below it what can be done. */
export function StageFrame({
  children,
  words,
  actions,
}: {
  children: ReactNode;
  /** Beside the buttons. */
  words?: ReactNode;
  /** Buttons, the main one last. */
  actions: ReactNode;
}) {
  return (
    <>
      <div className={styles.content}>{children}</div>
      <footer className={styles.footer}>
        <span className={styles.words} role="status">
          {words}
        </span>
        {actions}
      </footer>
    </>
  );
}
