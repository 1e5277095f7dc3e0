import { useMemo } from 'react';
import { type DockHandle, resizeActive, toggleMaximised } from '../../../ui/dock/dock-actions.ts';
import type { Command } from '../../commands/command.ts';
import { useCommands } from '../../commands/use-commands.ts';
import { LAYOUT_COMMANDS } from './layout-commands.ts';

/** How much larger or smaller a panel gets at once, px. */
const STEP = 32;

/** What can be done with the panel of a dock that is active. */
export function useDockCommands({
  dock,
  onMove,
  onReset,
}: {
  dock: DockHandle | null;
  onMove: (panel: string) => void;
  onReset: () => void;
}): void {
  const commands = useMemo<Command[]>(() => {
    if (dock === null) return [];
    return [
      { ...LAYOUT_COMMANDS.maximise, run: () => toggleMaximised(dock) },
      {
        ...LAYOUT_COMMANDS.move,
        run() {
          if (dock.activePanel !== undefined) onMove(dock.activePanel.id);
        },
      },
      { ...LAYOUT_COMMANDS.close, run: () => dock.activePanel?.api.close() },
      { ...LAYOUT_COMMANDS.wider, run: () => resizeActive(dock, 'width', STEP) },
      { ...LAYOUT_COMMANDS.narrower, run: () => resizeActive(dock, 'width', -STEP) },
      { ...LAYOUT_COMMANDS.taller, run: () => resizeActive(dock, 'height', STEP) },
      { ...LAYOUT_COMMANDS.lower, run: () => resizeActive(dock, 'height', -STEP) },
      { ...LAYOUT_COMMANDS.reset, run: onReset },
    ];
  }, [dock, onMove, onReset]);
  useCommands(commands);
}
