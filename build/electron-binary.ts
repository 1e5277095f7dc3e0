import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/**
 * Where Electron's binary is; null where it isn't. Looks at what its package wrote down: asking the package itself
 * would have it fetch the binary.
 * @param root folder of the repository
 */
export function electronBinary(root: string): string | null {
  const folder = join(root, 'node_modules', 'electron');
  const note = join(folder, 'path.txt');
  if (!existsSync(note)) return null;
  const binary = join(folder, 'dist', readFileSync(note, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/** Fetches the binary as Electron's package does; null where that fails. */
export function fetchElectron(root: string): string | null {
  const program = join(root, 'node_modules', 'electron', 'install.js');
  if (!existsSync(program)) return null;
  spawnSync(process.execPath, [program], { stdio: 'ignore' });
  return electronBinary(root);
}

/** Whether there is a screen on which Electron could open a window. */
export function hasDisplay(platform: string, environment: Readonly<Record<string, string | undefined>>): boolean {
  return platform !== 'linux' || Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY']);
}
