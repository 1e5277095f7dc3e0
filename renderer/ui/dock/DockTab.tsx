import clsx from 'clsx';
import type { IDockviewPanelHeaderProps } from 'dockview-react';
import { use } from 'react';
import { ContextMenu } from '../overlay/ContextMenu.tsx';
import styles from './Dock.module.css';
import { DockContext } from './dock-panel.ts';

const MIDDLE_BUTTON = 1;

/**
 * What stands in a tab. Nothing in it takes the focus: the tab itself has it. A middle click closes it, a double click
 * maximises it.
 */
export function DockTab({ api }: IDockviewPanelHeaderProps) {
  const { panel, menu } = use(DockContext);
  const shown = panel(api.id);
  return (
    <ContextMenu entries={() => menu(api.id)}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: by keyboard the menu of the panel does the same */}
      <div
        className={styles.tab}
        onAuxClick={(event) => {
          if (event.button === MIDDLE_BUTTON) api.close();
        }}
        onDoubleClick={() => (api.isMaximized() ? api.exitMaximized() : api.maximize())}
      >
        {shown?.title}{' '}
        {shown?.count !== undefined && (
          <span className={clsx(styles.count, shown.isWarning === true && styles.warning)}>{shown.count}</span>
        )}
      </div>
    </ContextMenu>
  );
}
