import clsx from 'clsx';
import type { ReactNode } from 'react';
import styles from './Badge.module.css';

export type Tone = 'neutral' | 'ok' | 'info' | 'warn' | 'error' | 'accent';

/** One or two words about what they stand beside. */
export function Badge({ tone = 'neutral', icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={clsx(styles.badge, styles[tone])}>
      {icon}
      {children}
    </span>
  );
}
