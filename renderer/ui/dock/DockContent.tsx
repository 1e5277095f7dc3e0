import type { DockviewApi, IDockviewPanelProps } from 'dockview-react';
import { use, useCallback, useEffect, useSyncExternalStore } from 'react';
import styles from './Dock.module.css';
import { DockContext, tabTitle } from './dock-panel.ts';

/**
 * What stands in a panel while its tab is chosen. It goes on while the whole group is hidden, as when another panel is
 * maximised.
 */
export function DockContent({ api, containerApi }: IDockviewPanelProps) {
  const panel = use(DockContext).panel(api.id);
  const isChosen = useIsChosen(api, containerApi);
  const title = panel === undefined ? '' : tabTitle(panel);
  useEffect(() => {
    if (title !== '') api.setTitle(title);
  }, [api, title]);
  return (
    <div className={styles.content} data-panel={panel?.title} tabIndex={-1}>
      {isChosen && panel?.content}
    </div>
  );
}

function useIsChosen(api: IDockviewPanelProps['api'], dock: DockviewApi): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      // The first comes at once, the second also from groups that are hidden.
      const subscriptions = [api.onDidVisibilityChange(listener), dock.onDidLayoutChange(listener)];
      return () => {
        for (const subscription of subscriptions) subscription.dispose();
      };
    },
    [api, dock],
  );
  return useSyncExternalStore(subscribe, () => api.group.activePanel?.id === api.id);
}
