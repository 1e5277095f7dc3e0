import { type Command, EXIT } from '../command.ts';

export const folderMove: Command = {
  name: 'folder move',
  usage: 'FOLDER',
  summary: 'move prices, runs and settings to a new or empty folder',
  positionals: [1, 1],
  flags: {},
  notes:
    'FOLDER is a whole path on a disk of this machine. The data are copied and compared; the old folder stays, to be\n' +
    'deleted once you have seen that all is well. Not for a folder that --home or HINDCAST_HOME names.',
  async run({ args, terminal, app, signal }) {
    const { folder, folderMove, claim } = app();
    const release = claim('the command line');
    try {
      const target = await folderMove.check(args.positionals[0] ?? '');
      const onProgress = ({ done, total }: { done: number; total: number }) =>
        terminal.progress('Moving', total === 0 ? 0 : done / total, target.folder);
      await folderMove.move(target.folder, onProgress, signal);
      if (args.has('json')) terminal.json({ folder: target.folder, previous: folder.path, bytes: target.bytes });
      else {
        terminal.print(`The data are in ${target.folder} now.`);
        terminal.note(`They are still in ${folder.path}, too: delete that folder when all is well.`);
      }
    } finally {
      release();
    }
    return EXIT.ok;
  },
};
