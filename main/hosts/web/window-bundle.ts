import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { HindcastError } from '#shared/domain/errors.ts';

const path = (name: string) => fileURLToPath(new URL(`../../../${name}`, import.meta.url));

/** Where the bundled window is. */
export const WINDOW_FOLDER = path('out/renderer');

/** What the window is made of. */
const SOURCES = ['renderer', 'shared'].map(path);

/**
 * Bundles the window if it was never bundled, or changed since.
 * @param onStart called before a bundling that takes seconds
 * @throws HindcastError `usage.window` when it can't be bundled
 */
export async function bundleWindow(onStart: () => void): Promise<void> {
  const bundled =
    statSync(`${WINDOW_FOLDER}/index.html`, { throwIfNoEntry: false })?.mtimeMs ?? Number.NEGATIVE_INFINITY;
  if (SOURCES.every((folder) => newest(folder) <= bundled)) return;
  onStart();
  try {
    const { build } = await import('vite');
    await build({ configFile: path('renderer/vite.config.ts'), logLevel: 'error' });
  } catch (cause) {
    const lines = (cause instanceof Error ? cause.message : String(cause)).split('\n').slice(0, 20);
    throw new HindcastError(
      {
        kind: 'usage',
        code: 'usage.window',
        message: 'The window can’t be bundled.',
        hint: 'npm ci brings what it is bundled with.',
        lines,
      },
      { cause },
    );
  }
}

/** When the youngest file in a folder was changed; −∞ where there is no such folder, as in an installed app. */
function newest(folder: string): number {
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return Number.NEGATIVE_INFINITY;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(test|fixture)\.tsx?$/.test(entry.name))
    .reduce(
      (latest, { parentPath, name }) => Math.max(latest, statSync(`${parentPath}/${name}`).mtimeMs),
      Number.NEGATIVE_INFINITY,
    );
}
