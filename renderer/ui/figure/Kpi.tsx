import type { ReactNode } from 'react';
import { Tooltip } from '../overlay/Tooltip.tsx';
import styles from './Kpi.module.css';

/** Figures of a result, two a line. */
export function KpiGrid({ children, columns = 2 }: { children: ReactNode; columns?: number }) {
  return (
    <dl className={styles.grid} style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
      {children}
    </dl>
  );
}

/** One figure and its name. */
export function Kpi({
  label,
  note,
  children,
}: {
  label: string;
  /** How it is computed, where tools disagree. */
  note?: string;
  /** A text or a Delta. */
  children: ReactNode;
}) {
  return (
    <div className={styles.tile}>
      <dt className={styles.label}>
        {note === undefined ? (
          label
        ) : (
          <Tooltip content={note} side="left">
            <button type="button" className={styles.noted}>
              {label}
            </button>
          </Tooltip>
        )}
      </dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}
