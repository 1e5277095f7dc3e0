import type { ReactNode } from 'react';
import styles from './SectionHeading.module.css';

/** Names a part of a panel. */
export function SectionHeading({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  return (
    <div className={styles.line}>
      <h3 className={styles.heading}>{children}</h3>
      {aside !== undefined && <span className={styles.aside}>{aside}</span>}
    </div>
  );
}
