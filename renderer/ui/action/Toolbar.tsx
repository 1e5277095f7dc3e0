import type { ReactNode } from 'react';
import styles from './Toolbar.module.css';

/** A row of controls that belong to what stands below. */
export function Toolbar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className={styles.toolbar} aria-label={label}>
      {children}
    </fieldset>
  );
}

export function ToolbarSeparator() {
  return <span className={styles.separator} />;
}

/** Pushes what follows to the end. */
export function ToolbarSpace() {
  return <span className={styles.space} />;
}
