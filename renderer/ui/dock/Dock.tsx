import { type DockviewApi, DockviewReact, type DockviewTheme } from 'dockview-react';
import 'dockview-react/dist/styles/dockview.css';
import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { MenuEntry } from '../overlay/menu-entry.ts';
import styles from './Dock.module.css';
import { DockContent } from './DockContent.tsx';
import { DockHeaderActions } from './DockHeaderActions.tsx';
import { DockTab } from './DockTab.tsx';
import { DockWatermark } from './DockWatermark.tsx';
import { DockContext, type DockPanel, tabTitle } from './dock-panel.ts';
import { type DockTree, isSameTree, stacked, tidied } from './dock-tree.ts';
import { fromDockview, PANEL_COMPONENT, toDockview } from './dockview-json.ts';
import { useHasRoomForOne } from './use-has-room-for-one.ts';

const COMPONENTS = { [PANEL_COMPONENT]: DockContent };
const THEME: DockviewTheme = { name: 'hindcast', className: styles.theme ?? '', dndOverlayMounting: 'relative' };

/**
 * Panels that are dragged to where they are wanted, resized, closed and put above each other as tabs. A panel keeps what
 * it shows wherever it goes. Where there is room for one panel, all are tabs of one group, and the layout waits.
 */
export function Dock({
  label,
  panels,
  tree,
  empty,
  menu,
  onTree,
  onReady,
}: {
  label: string;
  panels: readonly DockPanel[];
  /** Tidy, of ids of `panels`; null where all are closed. */
  tree: DockTree | null;
  /** In place of panels where all are closed. */
  empty: ReactNode;
  /** What can be done with a panel. */
  menu: (id: string) => readonly MenuEntry[];
  /** They were moved, resized, closed, or another tab was chosen. */
  onTree: (tree: DockTree | null) => void;
  onReady: (dock: DockviewApi | null) => void;
}) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const [dock, setDock] = useState<DockviewApi | null>(null);
  const isStacked = useHasRoomForOne(place);
  useDockTree({ dock, place, panels, tree, isStacked, onTree });

  const ready = useEffectEvent(onReady);
  useEffect(() => {
    ready(dock);
    return () => ready(null);
  }, [dock]);
  const contents = useMemo(
    () => ({ panel: (id: string) => panels.find((panel) => panel.id === id), menu, empty }),
    [panels, menu, empty],
  );
  return (
    <DockContext value={contents}>
      <section ref={setPlace} className={styles.dock} aria-label={label}>
        {place !== null && (
          <DockviewReact
            components={COMPONENTS}
            defaultTabComponent={DockTab}
            rightHeaderActionsComponent={DockHeaderActions}
            watermarkComponent={DockWatermark}
            theme={THEME}
            disableFloatingGroups
            onReady={({ api }) => setDock(api)}
          />
        )}
      </section>
    </DockContext>
  );
}

/** Has the dock show a tree, and tells what becomes of it by hand. */
function useDockTree({
  dock,
  place,
  panels,
  tree,
  isStacked,
  onTree,
}: {
  dock: DockviewApi | null;
  place: HTMLElement | null;
  panels: readonly DockPanel[];
  tree: DockTree | null;
  isStacked: boolean;
  onTree: (tree: DockTree | null) => void;
}): void {
  const drawn = useRef<{ tree: DockTree | null; isStacked: boolean } | null>(null);
  const draw = useEffectEvent((api: DockviewApi) => {
    if (drawn.current?.isStacked === isStacked && isSame(drawn.current.tree, tree)) return;
    drawn.current = { tree, isStacked };
    if (tree === null) return api.clear();
    const titleOf = (id: string) => {
      const panel = panels.find((one) => one.id === id);
      return panel === undefined ? id : tabTitle(panel);
    };
    const shown = isStacked ? stacked(tree, api.activePanel?.id) : tree;
    api.exitMaximizedGroup();
    const size = sizeOf(place);
    // It draws at the size that it knows, which at first is none.
    api.layout(size.width, size.height);
    api.fromJSON(toDockview(shown, size, titleOf), { reuseExistingPanels: true });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it draws is drawn again when it changes
  useEffect(() => {
    if (dock !== null) draw(dock);
  }, [dock, tree, isStacked]);

  const tell = useEffectEvent((api: DockviewApi) => {
    // A hidden group has no height, which keeps neither the focus nor a screen reader out.
    for (const group of api.groups) group.element.inert = !group.api.isVisible;
    // What is hidden for a while has no size of its own.
    if (isStacked || api.hasMaximizedGroup() || api.groups.some((group) => !group.api.isVisible)) return;
    const read = fromDockview(api.toJSON());
    const now =
      read === null
        ? null
        : tidied(
            read,
            panels.map(({ id }) => id),
          );
    if (drawn.current === null || isSame(drawn.current.tree, now)) return;
    drawn.current = { tree: now, isStacked };
    onTree(now);
  });
  useEffect(() => {
    if (dock === null) return;
    const subscription = dock.onDidLayoutChange(() => tell(dock));
    return () => subscription.dispose();
  }, [dock]);
}

const sizeOf = (place: HTMLElement | null) => ({ width: place?.clientWidth ?? 0, height: place?.clientHeight ?? 0 });

const isSame = (a: DockTree | null, b: DockTree | null) => (a === null || b === null ? a === b : isSameTree(a, b));
