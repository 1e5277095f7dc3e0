import { join } from 'node:path';
import { BrowserWindow, app as electron, screen } from 'electron';
import type { WindowMemory } from './window-memory.ts';
import { restoredPlace, SMALLEST } from './window-place.ts';

/** Opens the window where it was, and keeps its place when it closes. */
export function openWindow(page: string, memory: WindowMemory): BrowserWindow {
  const displays = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()];
  const place = restoredPlace(
    memory.read(),
    displays.map(({ workArea }) => workArea),
  );
  const window = new BrowserWindow({
    ...place.bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    // The window has a menu of its own; the native one comes with Alt.
    autoHideMenuBar: true,
    backgroundColor: '#0d1117',
    webPreferences: {
      preload: join(electron.getAppPath(), 'out', 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
    },
  });
  if (place.isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => memory.keep({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() }));
  void window.loadURL(page);
  return window;
}

/** Brings the window to the front. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
