import type { ReactNode } from 'react';
import styles from './Gallery.module.css';

/** One state of a component and its name. */
export function Specimen({ name, children, isWide = false }: { name: string; children: ReactNode; isWide?: boolean }) {
  return (
    <figure className={isWide ? styles.wide : styles.specimen}>
      <figcaption className={styles.caption}>{name}</figcaption>
      {children}
    </figure>
  );
}

/** Specimens beside each other. */
export function Specimens({ children }: { children: ReactNode }) {
  return <div className={styles.specimens}>{children}</div>;
}
