import styles from './Kbd.module.css';

/** The keys of a command, `Ctrl K`. */
export function Kbd({ keys }: { keys: string }) {
  return <kbd className={styles.key}>{keys}</kbd>;
}
