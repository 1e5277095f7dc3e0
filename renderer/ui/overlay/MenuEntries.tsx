import { Menu } from '@base-ui/react/menu';
import clsx from 'clsx';
import { Check, ChevronRight } from 'lucide-react';
import type { MenuEntry } from './menu-entry.ts';
import styles from './popup.module.css';

/** The entries of a menu; stands in a popup of Base UI's Menu or ContextMenu. */
export function MenuEntries({ entries }: { entries: readonly MenuEntry[] }) {
  return entries.map((entry, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: separators have no name, and entries don't change places while open
    <Entry key={place} entry={entry} />
  ));
}

function Entry({ entry }: { entry: MenuEntry }) {
  switch (entry.kind) {
    case 'separator':
      return <Menu.Separator className={styles.separator} />;
    case 'action':
      return (
        <Menu.Item
          className={clsx(styles.item, entry.isDanger === true && styles.danger)}
          disabled={entry.isDisabled ?? false}
          onClick={entry.run}
        >
          <span className={styles.mark}>{entry.icon}</span>
          <span className={styles.words}>{entry.label}</span>
          {entry.keys !== undefined && <span className={styles.aside}>{entry.keys}</span>}
        </Menu.Item>
      );
    case 'check':
      return (
        <Menu.CheckboxItem
          className={styles.item}
          checked={entry.isChecked}
          disabled={entry.isDisabled ?? false}
          onCheckedChange={entry.onChange}
        >
          <span className={styles.mark}>
            <Menu.CheckboxItemIndicator>
              <Check aria-hidden />
            </Menu.CheckboxItemIndicator>
          </span>
          <span className={styles.words}>{entry.label}</span>
        </Menu.CheckboxItem>
      );
    case 'choice':
      return <Choice entry={entry} />;
    case 'submenu':
      return <Submenu entry={entry} />;
  }
}

function Choice({ entry }: { entry: Extract<MenuEntry, { kind: 'choice' }> }) {
  return (
    <Menu.RadioGroup value={entry.value} onValueChange={(value: string) => entry.onChange(value)}>
      <Menu.GroupLabel className={styles.groupLabel}>{entry.label}</Menu.GroupLabel>
      {entry.options.map((option) => (
        <Menu.RadioItem key={option.value} className={styles.item} value={option.value}>
          <span className={styles.mark}>
            <Menu.RadioItemIndicator>
              <span className={styles.dot} />
            </Menu.RadioItemIndicator>
          </span>
          <span className={styles.words}>{option.label}</span>
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

function Submenu({ entry }: { entry: Extract<MenuEntry, { kind: 'submenu' }> }) {
  return (
    <Menu.SubmenuRoot>
      <Menu.SubmenuTrigger className={styles.item}>
        <span className={styles.mark}>{entry.icon}</span>
        <span className={styles.words}>{entry.label}</span>
        <ChevronRight aria-hidden />
      </Menu.SubmenuTrigger>
      <Menu.Portal>
        <Menu.Positioner className={styles.positioner} alignOffset={-5} sideOffset={2} collisionPadding={8}>
          <Menu.Popup className={styles.popup}>
            <MenuEntries entries={entry.entries} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.SubmenuRoot>
  );
}
