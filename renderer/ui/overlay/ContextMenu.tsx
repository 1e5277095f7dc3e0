import { ContextMenu as BaseContextMenu } from '@base-ui/react/context-menu';
import type { ReactElement } from 'react';
import { MenuEntries } from './MenuEntries.tsx';
import type { MenuEntry } from './menu-entry.ts';
import styles from './popup.module.css';

/**
 * A menu on right click, a long touch, the menu key or Shift F10.
 * Its entries are asked for when it opens.
 */
export function ContextMenu({ entries, children }: { entries: () => readonly MenuEntry[]; children: ReactElement }) {
  return (
    <BaseContextMenu.Root>
      <BaseContextMenu.Trigger render={children} />
      <BaseContextMenu.Portal>
        <BaseContextMenu.Positioner className={styles.positioner} collisionPadding={8}>
          <BaseContextMenu.Popup className={styles.popup}>
            <EntriesOnOpening entries={entries} />
          </BaseContextMenu.Popup>
        </BaseContextMenu.Positioner>
      </BaseContextMenu.Portal>
    </BaseContextMenu.Root>
  );
}

function EntriesOnOpening({ entries }: { entries: () => readonly MenuEntry[] }) {
  return <MenuEntries entries={entries()} />;
}
