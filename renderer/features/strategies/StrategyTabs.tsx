import clsx from 'clsx';
import { X } from 'lucide-react';
import type { StrategyRow } from '#shared/contract/strategy.ts';
import { hrefOf } from '../../app/routes/use-route.ts';
import styles from './workbench.module.css';

/** The strategies that are open. */
export function StrategyTabs({
  open,
  current,
  rows,
  onClose,
}: {
  open: readonly string[];
  current: string;
  rows: readonly StrategyRow[];
  onClose: (id: string) => void;
}) {
  return (
    <nav className={styles.tabs} aria-label="Open strategies">
      {open.map((id) => {
        const row = rows.find((one) => one.id === id);
        const name = row?.name ?? id;
        return (
          <span key={id} className={clsx(styles.tab, id === current && styles.shown)}>
            <a
              href={hrefOf({ place: 'strategies', strategy: id })}
              aria-current={id === current ? 'page' : undefined}
              onAuxClick={(event) => {
                if (event.button === 1) onClose(id);
              }}
            >
              {name}
              {row?.isDirty && (
                <span className={styles.dirty} title="Changed since the last revision">
                  ●
                </span>
              )}
            </a>
            <button type="button" aria-label={`Close ${name}`} onClick={() => onClose(id)}>
              <X aria-hidden />
            </button>
          </span>
        );
      })}
    </nav>
  );
}
