import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { CONNECT, type DesktopBridge, UPLOAD } from '#shared/contract/desktop-bridge.ts';

/** What this file needs of the page; the rest of main has none. */
declare const window: {
  addEventListener(
    type: 'message',
    listener: (event: { source: unknown; data: unknown; ports: readonly object[] }) => void,
  ): void;
};

window.addEventListener('message', ({ source, data, ports: [port] }) => {
  if (source === window && data === CONNECT && port !== undefined) ipcRenderer.postMessage(CONNECT, null, [port]);
});

const bridge: DesktopBridge<File> = {
  platform: process.platform,
  // The page never names a path: it has a file, and only files that a person chose or dropped have one.
  upload: (file) => ipcRenderer.invoke(UPLOAD, webUtils.getPathForFile(file)),
};
contextBridge.exposeInMainWorld('hindcast', bridge);
