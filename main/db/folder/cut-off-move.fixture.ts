import { join } from 'node:path';
import { openDatabase } from '../open.ts';
import { copyFolder } from './copy-folder.ts';
import { FolderMove } from './folder-move.ts';
import { FolderPointer, type PointedFolder } from './folder-pointer.ts';

const [home = '', target = '', file = '', cut = ''] = process.argv.slice(2);

/** As when the power fails. */
function end(): void {
  process.kill(process.pid, 'SIGKILL');
}

class CutOffPointer extends FolderPointer {
  override write(pointed: PointedFolder): void {
    if (cut === 'before the pointer') end();
    super.write(pointed);
    if (cut === 'after the pointer') end();
  }
}

const database = openDatabase(join(home, 'hindcast.db'));
if (/^\d+$/.test(cut)) {
  let events = 0;
  await copyFolder(home, target, () => {
    events++;
    if (events === Number(cut)) end();
  });
} else {
  await new FolderMove(home, database, new CutOffPointer(file)).move(target, () => {});
}
process.stdout.write('came to its end');
