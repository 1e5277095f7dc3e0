import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HindcastError } from '#shared/domain/errors.ts';
import { newest } from './newest.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Where the bundled window is. */
export const WINDOW_FOLDER = join(ROOT, 'out', 'renderer');

/** What the window is made of. */
const SOURCES = ['renderer', 'shared'];

/**
 * Bundles the window if it was never bundled, or changed since.
 * @param onStart called before a bundling that takes seconds
 * @throws HindcastError `usage.window` when it can't be bundled
 */
export async function bundleWindow(onStart: () => void): Promise<void> {
  if (newest(ROOT, SOURCES) <= newest(WINDOW_FOLDER, ['index.html'])) return;
  onStart();
  try {
    // What is bundled is what ships, whatever this process was started for.
    process.env['NODE_ENV'] = 'production';
    const { build } = await import('vite');
    await build({ configFile: join(ROOT, 'renderer', 'vite.config.ts'), logLevel: 'error' });
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
