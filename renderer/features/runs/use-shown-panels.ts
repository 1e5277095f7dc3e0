import { useEffect, useEffectEvent, useMemo } from 'react';
import type { Command } from '../../app/commands/command.ts';
import { useCommands } from '../../app/commands/use-commands.ts';
import { LAYOUT_COMMANDS } from '../../app/shell/layout/layout-commands.ts';
import { bottomPanelToggled } from '../../app/store/shell-slice.ts';
import { useAppDispatch, useAppSelector } from '../../app/store/store.ts';
import { type DockHandle, hideGroupsOf, hidesOnly, showPanel } from '../../ui/dock/dock-actions.ts';
import type { DockPanel } from '../../ui/dock/dock-panel.ts';
import { STANDARD_RUN_DOCK } from './standard-dock.ts';
import { useWorkspace } from './use-workspace.ts';
import { askedPanelShown, BOTTOM_TABS, type RunPanel } from './workspace-slice.ts';

const isTable = (panel: RunPanel) => BOTTOM_TABS.some((tab) => tab === panel);

/**
 * Shows the panels that are asked for, and the tables as the bottom panel of the window is shown or hidden. What is
 * chosen on a chart brings up its table, unless that would hide the chart.
 */
export function useShownPanels(dock: DockHandle | null, panels: readonly DockPanel[]): void {
  const dispatch = useAppDispatch();
  const asked = useWorkspace((state) => state.askedPanel);
  const isBottomOpen = useAppSelector((state) => state.shell.isBottomPanelOpen);

  const commands = useMemo<Command[]>(
    () => [{ ...LAYOUT_COMMANDS.bottom, run: () => void dispatch(bottomPanelToggled()) }],
    [dispatch],
  );
  useCommands(commands);

  const show = useEffectEvent((api: DockHandle, { panel, opens }: NonNullable<typeof asked>) => {
    dispatch(askedPanelShown());
    if (!opens && !hidesOnly(api, panel, BOTTOM_TABS)) return;
    if (opens && !isBottomOpen && isTable(panel)) dispatch(bottomPanelToggled());
    showPanel(api, panel, panels.find(({ id }) => id === panel)?.title ?? panel, STANDARD_RUN_DOCK);
  });
  useEffect(() => {
    if (dock !== null && asked !== null) show(dock, asked);
  }, [dock, asked]);

  useEffect(() => {
    if (dock === null) return;
    const hide = () => hideGroupsOf(dock, BOTTOM_TABS, !isBottomOpen);
    hide();
    const subscription = dock.onDidLayoutFromJSON(hide);
    return () => subscription.dispose();
  }, [dock, isBottomOpen]);
}
