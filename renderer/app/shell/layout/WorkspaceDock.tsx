import { LayoutPanelLeft } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { Button } from '../../../ui/action/Button.tsx';
import { Dock } from '../../../ui/dock/Dock.tsx';
import { type DockHandle, movePanel, toggleMaximised } from '../../../ui/dock/dock-actions.ts';
import type { DockPanel } from '../../../ui/dock/dock-panel.ts';
import { type DockTree, tidied } from '../../../ui/dock/dock-tree.ts';
import { MovePanelDialog } from '../../../ui/dock/MovePanelDialog.tsx';
import type { MenuEntry } from '../../../ui/overlay/menu-entry.ts';
import { EmptyState } from '../../../ui/state/EmptyState.tsx';
import { LAYOUT_COMMANDS } from './layout-commands.ts';
import { useDockCommands } from './use-dock-commands.ts';
import { useLayout } from './use-layout.ts';

/** The middle of a workspace: panels that are docked as a person has arranged them. */
export function WorkspaceDock({
  workspace,
  label,
  panels,
  standard,
  onReady,
}: {
  /** Its place in the settings. */
  workspace: string;
  label: string;
  panels: readonly DockPanel[];
  /** How they are docked unless someone has moved them. */
  standard: DockTree;
  onReady: (dock: DockHandle | null) => void;
}) {
  const [layout, change] = useLayout(workspace);
  const [dock, setDock] = useState<DockHandle | null>(null);
  const [moving, setMoving] = useState<string | null>(null);
  // Which panels there are is a matter of their names: what is in them changes all the time.
  const ids = panels.map(({ id }) => id).join('\n');
  const tree = useMemo(() => treeOf(layout.dock, ids.split('\n'), standard), [layout.dock, ids, standard]);
  const reset = useCallback(() => change({ dock: 'standard' }), [change]);
  useDockCommands({ dock, onMove: setMoving, onReset: reset });

  const ready = (api: DockHandle | null) => {
    setDock(api);
    onReady(api);
  };
  const menu = (id: string): MenuEntry[] => [
    {
      kind: 'action',
      label: dock?.hasMaximizedGroup() === true ? 'Restore' : 'Maximise',
      run: () => {
        dock?.getPanel(id)?.api.setActive();
        if (dock !== null) toggleMaximised(dock);
      },
    },
    { kind: 'action', label: 'Move to…', run: () => setMoving(id) },
    { kind: 'action', label: 'Close', run: () => dock?.getPanel(id)?.api.close() },
    { kind: 'separator' },
    { kind: 'action', label: LAYOUT_COMMANDS.reset.title, run: reset },
  ];
  const moved = panels.find(({ id }) => id === moving);
  return (
    <>
      <Dock
        label={label}
        panels={panels}
        tree={tree}
        menu={menu}
        onTree={(shown) => change({ dock: shown ?? 'closed' })}
        onReady={ready}
        empty={
          <EmptyState
            icon={<LayoutPanelLeft aria-hidden />}
            title="All panels are closed"
            body="The View menu shows them one by one."
            action={<Button onClick={reset}>Reset layout</Button>}
          />
        }
      />
      {moved !== undefined && dock !== null && (
        <MovePanelDialog
          panel={moved}
          others={panels.filter(({ id }) => id !== moved.id && dock.getPanel(id) !== undefined)}
          onMove={(side, beside) => movePanel(dock, moved.id, side, beside)}
          onClose={() => setMoving(null)}
        />
      )}
    </>
  );
}

function treeOf(dock: DockTree | 'standard' | 'closed', known: readonly string[], standard: DockTree): DockTree | null {
  if (dock === 'closed') return null;
  return dock === 'standard' ? standard : (tidied(dock, known) ?? standard);
}
