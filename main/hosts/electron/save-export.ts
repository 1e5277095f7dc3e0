import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserWindow, dialog, app as electron } from 'electron';
import type { Export } from './export-address.ts';

/**
 * Asks where a run is to be saved, and saves it there.
 * @param make the file of the export
 * @param onError what to do with an error, which is meant for the user or a bug
 */
export async function saveExport(
  window: BrowserWindow,
  asked: Export,
  make: (asked: Export) => Promise<File>,
  onError: (error: unknown) => void,
): Promise<void> {
  try {
    const file = await make(asked);
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath: join(electron.getPath('downloads'), file.name),
      filters: [{ name: asked.format.toUpperCase(), extensions: [asked.format] }],
    });
    if (!canceled) await writeFile(filePath, file.stream());
  } catch (error) {
    onError(error);
  }
}
