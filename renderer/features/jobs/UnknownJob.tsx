import styles from './UnknownJob.module.css';

/** A job that was under way when the host went out of reach: nothing can be said of it, nor done about it. */
export function UnknownJob({ title }: { title: string }) {
  return (
    <article className={styles.job} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <span className={styles.state}>unknown</span>
    </article>
  );
}
