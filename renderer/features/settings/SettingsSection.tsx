import type { ReactNode } from 'react';
import styles from './SettingsSection.module.css';

/** Settings that belong together. */
export function SettingsSection({
  title,
  description,
  children,
}: {
  title: string;
  description?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{title}</h2>
      {description !== undefined && <p className={styles.description}>{description}</p>}
      {children}
    </section>
  );
}
