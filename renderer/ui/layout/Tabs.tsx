import { Tabs as BaseTabs } from '@base-ui/react/tabs';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import styles from './Tabs.module.css';

export interface Tab<Id extends string> {
  id: Id;
  title: string;
  icon?: ReactNode;
  /** How many are inside, `412`. */
  count?: string;
  /** The count needs a look. */
  isWarning?: boolean;
  isDisabled?: boolean;
  panel: ReactNode;
}

/** Several panels in one place. Arrow keys move between the tabs. */
export function Tabs<Id extends string>({
  label,
  tabs,
  value,
  onChange,
  actions,
}: {
  label: string;
  tabs: readonly Tab<Id>[];
  value: Id;
  onChange: (id: Id) => void;
  /** Small buttons at the end of the row of tabs. */
  actions?: ReactNode;
}) {
  return (
    <BaseTabs.Root className={styles.tabs} value={value} onValueChange={(id: Id) => onChange(id)}>
      <div className={styles.row}>
        <BaseTabs.List className={styles.list} aria-label={label} activateOnFocus>
          {tabs.map((tab) => (
            <BaseTabs.Tab key={tab.id} className={styles.tab} value={tab.id} disabled={tab.isDisabled ?? false}>
              {tab.icon}
              {tab.title}
              {tab.count !== undefined && (
                <span className={clsx(styles.count, tab.isWarning === true && styles.warning)}>{tab.count}</span>
              )}
            </BaseTabs.Tab>
          ))}
        </BaseTabs.List>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      {tabs.map((tab) => (
        <BaseTabs.Panel key={tab.id} className={styles.panel} value={tab.id}>
          {tab.panel}
        </BaseTabs.Panel>
      ))}
    </BaseTabs.Root>
  );
}
