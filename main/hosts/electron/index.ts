import { join } from 'node:path';
import { app as electron, protocol } from 'electron';
import { dataFolder, type Home } from '../cli/data-folder.ts';
import { linkAmong } from './deep-link.ts';
import { Desktop, showError } from './desktop.ts';
import { APP_SCHEME } from './origin.ts';

const home = homeOrEnd();
electron.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);

if (home !== null) {
  // One window for each data folder, not for each user.
  electron.setPath('userData', join(home.home, 'desktop'));
  if (electron.requestSingleInstanceLock()) open(home);
  else electron.quit();
}

/** Null where the folder can't be told: then the app says why, and ends. */
function homeOrEnd(): Home | null {
  try {
    return dataFolder(undefined, process.env);
  } catch (error) {
    void electron.whenReady().then(() => {
      showError(error);
      electron.exit(1);
    });
    return null;
  }
}

function open(home: Home): void {
  let desktop: Desktop | null = null;
  let link = linkAmong(process.argv);
  const show = (newer: string | undefined) => {
    link = newer;
    desktop?.show(link);
  };
  electron.on('second-instance', (_, args) => show(linkAmong(args)));
  electron.on('open-url', (event, address) => {
    event.preventDefault();
    show(address);
  });
  void electron.whenReady().then(() => {
    try {
      desktop = new Desktop(home);
      desktop.start();
      if (link !== undefined) desktop.show(link);
    } catch (error) {
      showError(error);
      electron.exit(1);
    }
  });
}
