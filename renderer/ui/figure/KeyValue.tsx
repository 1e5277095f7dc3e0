import type { ReactNode } from 'react';
import styles from './KeyValue.module.css';

/** Facts, one a line: what on the left, its value on the right. */
export function KeyValue({ facts }: { facts: readonly { key: string; value: ReactNode }[] }) {
  return (
    <dl className={styles.list}>
      {facts.map(({ key, value }) => (
        <div key={key} className={styles.fact}>
          <dt className={styles.key}>{key}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
