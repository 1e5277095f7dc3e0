import type { Command } from '../../commands/command.ts';
import { useCommands } from '../../commands/use-commands.ts';
import { LAYOUT_COMMANDS } from './layout-commands.ts';
import { focusNeighbourPanel } from './neighbour-panel.ts';

const COMMANDS: readonly Command[] = [
  { ...LAYOUT_COMMANDS.nextPanel, run: () => focusNeighbourPanel(1) },
  { ...LAYOUT_COMMANDS.previousPanel, run: () => focusNeighbourPanel(-1) },
];

/** Has F6 go from panel to panel, whatever the workspace. */
export function usePanelKeys(): void {
  useCommands(COMMANDS);
}
