import clsx from 'clsx';
import type { StrategyRow } from '#shared/contract/strategy.ts';
import { hrefOf } from '../../../app/routes/use-route.ts';
import { formatDay } from '../../../ui/format/time-utc.ts';
import styles from './list.module.css';

/** A strategy in the list: the whole line opens it. */
export function StrategyLine({ strategy, isCurrent }: { strategy: StrategyRow; isCurrent: boolean }) {
  const { id, name, description, tags, isDirty, runs, revisions, changedAt } = strategy;
  const counts = [revisions === 1 ? '1 revision' : `${revisions} revisions`, runs === 1 ? '1 run' : `${runs} runs`];
  return (
    <li className={clsx(styles.line, isCurrent && styles.current)}>
      <a
        className={styles.link}
        href={hrefOf({ place: 'strategies', strategy: id })}
        aria-current={isCurrent ? 'page' : undefined}
        title={description === '' ? undefined : description}
      >
        <span className={styles.name}>{name}</span>
        {isDirty && (
          <span className={styles.dirty} title="Changed since the last revision">
            ●<span className={styles.unseen}>changed</span>
          </span>
        )}
      </a>
      <span className={styles.about}>
        {formatDay(changedAt)} · {counts.join(' · ')}
      </span>
      {tags.length > 0 && <span className={styles.about}>{tags.map((tag) => `#${tag}`).join(' ')}</span>}
    </li>
  );
}
