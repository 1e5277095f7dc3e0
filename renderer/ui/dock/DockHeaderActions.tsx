import type { IDockviewHeaderActionsProps } from 'dockview-react';
import { EllipsisVertical } from 'lucide-react';
import { use } from 'react';
import { IconButton } from '../action/IconButton.tsx';
import { Menu } from '../overlay/Menu.tsx';
import styles from './Dock.module.css';
import { DockContext } from './dock-panel.ts';

/** At the end of a row of tabs: the buttons of the panel that is seen, and what can be done with any panel. */
export function DockHeaderActions({ activePanel }: IDockviewHeaderActionsProps) {
  const { panel, menu } = use(DockContext);
  const shown = activePanel === undefined ? undefined : panel(activePanel.id);
  if (shown === undefined) return null;
  return (
    <div className={styles.actions}>
      {shown.actions}
      <Menu
        align="end"
        trigger={<IconButton label={`Panel ${shown.title}`} size="small" icon={<EllipsisVertical aria-hidden />} />}
        entries={menu(shown.id)}
      />
    </div>
  );
}
