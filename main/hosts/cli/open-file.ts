import { spawn } from 'node:child_process';
import type { Terminal } from './terminal.ts';

const OPENERS: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['explorer.exe'],
};

/** Opens a file with the system's viewer; says so when there is none. */
export function openFile(terminal: Terminal, path: string): void {
  const [program, ...flags] = OPENERS[process.platform] ?? ['xdg-open'];
  const viewer = spawn(program, [...flags, path], { detached: true, stdio: 'ignore' });
  viewer.on('error', () => terminal.note(`${path} could not be opened here: open it in a browser.`));
  viewer.unref();
}
