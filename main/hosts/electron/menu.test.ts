import { describe, expect, test, vi } from 'vitest';
import type { MenuCommand } from '#shared/contract/desktop.ts';
import { menuTemplate } from './menu.ts';

const COMMANDS: MenuCommand[] = [
  { id: 'run.start', title: 'Run & inspect', group: 'Run', key: 'F5' },
  { id: 'go.home', title: 'Go to Home', group: 'Go', key: '$mod+Digit1' },
  { id: 'chart.table', title: 'Show as a table', group: 'View', key: 't' },
  { id: 'help.keys', title: 'Show all keys', group: 'Help', key: null },
];

const items = (platform: NodeJS.Platform, label: string, onChosen = (_: string) => {}) => {
  const menu = menuTemplate(COMMANDS, platform, onChosen).find((one) => one.label === label);
  return Array.isArray(menu?.submenu) ? menu.submenu : [];
};

describe('the native menu', () => {
  test('has the menus of the system it is on', () => {
    const names = (platform: NodeJS.Platform) =>
      menuTemplate(COMMANDS, platform, () => {}).map(({ label, role }) => label ?? role);
    expect(names('linux')).toEqual(['File', 'Edit', 'Run', 'View', 'Go', 'Help']);
    expect(names('win32')).toEqual(names('linux'));
    expect(names('darwin')).toEqual(['appMenu', 'File', 'Edit', 'Run', 'View', 'Go', 'Help', 'windowMenu']);
    expect(menuTemplate([], 'linux', () => {}).map(({ label }) => label)).toEqual(['File', 'Edit', 'View']);
  });

  test('shows commands in the menus of their groups, with the keys that a menu may take', () => {
    expect(items('linux', 'Run')).toMatchObject([{ id: 'run.start', label: 'Run && inspect', accelerator: 'F5' }]);
    expect(items('linux', 'Go')).toMatchObject([{ id: 'go.home', accelerator: 'CmdOrCtrl+1' }]);
    expect(
      items('linux', 'View').map(({ label, accelerator, type, role }) => label ?? accelerator ?? type ?? role),
    ).toEqual(['Show as a table', 'separator', 'togglefullscreen']);
    expect(items('linux', 'View')[0]).not.toHaveProperty('accelerator');
    expect(items('linux', 'Help')[0]).not.toHaveProperty('accelerator');
  });

  test('ends the app, or on Macs closes the window', () => {
    expect(items('linux', 'File')).toEqual([{ role: 'quit' }]);
    expect(items('darwin', 'File')).toEqual([{ role: 'close' }]);
  });

  test('lets text be edited', () => {
    expect(items('linux', 'Edit').map(({ role }) => role)).toEqual([
      'undo',
      'redo',
      'cut',
      'copy',
      'paste',
      'selectAll',
    ]);
  });

  test('tells which command was chosen', () => {
    const onChosen = vi.fn();
    const [item = {}] = items('linux', 'Run', onChosen);
    Reflect.apply(item.click ?? (() => {}), null, []);
    expect(onChosen).toHaveBeenCalledExactlyOnceWith('run.start');
  });
});
