import type { ReactNode } from 'react';
import styles from './SettingRow.module.css';

/** One setting: what it is on the left, its control on the right. */
export function SettingRow({
  title,
  description,
  children,
}: {
  title: string;
  description?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <p>{title}</p>
        {description !== undefined && <p className={styles.description}>{description}</p>}
      </div>
      <div className={styles.control}>{children}</div>
    </div>
  );
}
