import { resolve } from 'node:path';
import { beginning } from '../../../strategies/beginning.ts';
import { type Command, EXIT } from '../command.ts';

export const strategiesImport: Command = {
  name: 'strategies import',
  usage: 'FILE|FOLDER',
  summary: 'add a strategy to the library',
  positionals: [1, 1],
  flags: {
    name: { value: 'NAME', help: 'what to call it (as it calls itself)' },
    watch: { help: 'live in the folder: whatever changes there changes in the library' },
  },
  notes: 'A folder has a main.ts; a file brings the files along that it imports.',
  async run({ args, terminal, app }) {
    const { strategies, strategyFolders } = app();
    const path = resolve(args.positionals[0] ?? '');
    const { name, files, folder } = await beginning({ kind: 'folder', path, isWatched: args.has('watch') }, app());
    const { id } = strategies.create(args.text('name') ?? name, files);
    if (folder !== null) strategyFolders.set(id, folder);
    const strategy = strategies.row(id);
    if (args.has('json')) terminal.json(strategy);
    else terminal.print(`${id} ${strategy.name}`);
    return EXIT.ok;
  },
};
