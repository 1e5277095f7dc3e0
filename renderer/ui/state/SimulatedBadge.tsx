import clsx from 'clsx';
import styles from './Badge.module.css';

/** Stands by every result that no market paid. */
export function SimulatedBadge() {
  return <span className={clsx(styles.badge, styles.simulated)}>SIMULATED</span>;
}
