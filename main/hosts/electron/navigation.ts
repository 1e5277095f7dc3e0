import { type Session, shell, type WebContents } from 'electron';
import { type Export, exportAt } from './export-address.ts';
import { mayOpen } from './opener.ts';

/**
 * Keeps the window on its page, and other windows from opening: links that lead outside go to the browser, if at all,
 * and exports are handed to `onExport`.
 */
export function guardNavigation(contents: WebContents, page: string, onExport: (asked: Export) => void): void {
  contents.on('will-navigate', (event) => {
    event.preventDefault();
    openInstead(event.url, page, onExport);
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openInstead(url, page, onExport);
    return { action: 'deny' };
  });
}

/** Has nothing downloaded but exports, which are saved by `onExport`. */
export function guardDownloads(session: Session, page: string, onExport: (asked: Export) => void): void {
  session.on('will-download', (event, item) => {
    event.preventDefault();
    openInstead(item.getURL(), page, onExport);
  });
}

function openInstead(address: string, page: string, onExport: (asked: Export) => void): void {
  const asked = exportAt(address, page);
  if (asked !== null) onExport(asked);
  else if (mayOpen(address)) void shell.openExternal(address);
}
