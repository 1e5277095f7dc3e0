import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '#shared/contract/desktop.ts';
import { acceleratorOf } from './accelerator.ts';

/** The menus that hold commands of the window, in their order. */
const GROUPS = ['File', 'Edit', 'Run', 'View', 'Go', 'Help'] as const;

/**
 * The native menu: the commands of the window, each in the menu of its group, and what the system itself does.
 * @param onChosen called with the id of a command
 */
export function menuTemplate(
  commands: readonly MenuCommand[],
  platform: NodeJS.Platform,
  onChosen: (id: string) => void,
): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  const ofSystem: Partial<Record<(typeof GROUPS)[number], MenuItemConstructorOptions[]>> = {
    File: [{ role: isMac ? 'close' : 'quit' }],
    Edit: (['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'] as const).map((role) => ({ role })),
    View: [{ role: 'togglefullscreen' }],
  };
  const menus = GROUPS.map((group) => {
    const own = commands.filter((command) => command.group === group).map((command) => itemOf(command, onChosen));
    const rest = ofSystem[group] ?? [];
    const rule = own.length > 0 && rest.length > 0 ? [{ type: 'separator' as const }] : [];
    return { label: group, submenu: [...own, ...rule, ...rest] };
  });
  const filled = menus.filter(({ submenu }) => submenu.length > 0);
  return isMac ? [{ role: 'appMenu' }, ...filled, { role: 'windowMenu' }] : filled;
}

function itemOf({ id, title, key }: MenuCommand, onChosen: (id: string) => void): MenuItemConstructorOptions {
  const accelerator = key === null ? null : acceleratorOf(key);
  return {
    id,
    // One & marks the letter that chooses an item.
    label: title.replaceAll('&', '&&'),
    click: () => onChosen(id),
    ...(accelerator !== null && { accelerator }),
  };
}
