import { type ReactNode, useId } from 'react';
import styles from './Panel.module.css';

/** A part of a workspace with a name: its header stays, its body scrolls. F6 leads from one to the next. */
export function Panel({
  title,
  badge,
  actions,
  children,
}: {
  title: string;
  /** Beside the title. */
  badge?: ReactNode;
  /** Small buttons at the end of the header. */
  actions?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id} data-panel={title} tabIndex={-1}>
      <header className={styles.header}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {badge}
        <span className={styles.space} />
        {actions}
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
