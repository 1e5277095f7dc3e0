import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Ms } from '#shared/domain/units.ts';

const INTERVAL: Ms = 6 * 3_600_000;

/**
 * Looks for a newer version now and then, fetches it, and has it installed when the app ends. Only where the package
 * was made with a feed, which then stands beside the app: see docs/packaging.md.
 * @param resources folder of the packaged app
 * @param onReady called once a version waits to be installed
 * @returns whether there is a feed
 */
export async function followUpdates(
  resources: string,
  onReady: (version: string) => void,
  onError: (error: unknown) => void,
): Promise<boolean> {
  if (!existsSync(join(resources, 'app-update.yml'))) return false;
  const { default: updater } = await import('electron-updater');
  const { autoUpdater } = updater;
  autoUpdater.autoDownload = true;
  autoUpdater.autoInstallOnAppQuit = true;
  autoUpdater.logger = null;
  autoUpdater.on('update-downloaded', ({ version }) => onReady(version));
  // Being offline is no error of the app.
  autoUpdater.on('error', onError);
  const look = () => void autoUpdater.checkForUpdates().catch(() => {});
  setInterval(look, INTERVAL).unref();
  look();
  return true;
}
