import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { HindcastError } from '#shared/domain/errors.ts';
import { joinFiles } from '#shared/domain/strategy-files.ts';
import { writeFolder } from '../../../strategies/folder-files.ts';
import { type Command, EXIT } from '../command.ts';
import { writeOutput } from '../write-output.ts';

export const strategiesExport: Command = {
  name: 'strategies export',
  usage: 'STRATEGY',
  summary: 'write a strategy of the library as a file or a folder',
  positionals: [1, 1],
  flags: {
    file: { value: 'FILE', help: 'all its files in one, which runs as it is; - for standard output' },
    folder: { value: 'DIR', help: 'each file by itself' },
    revision: { value: 'ID', help: 'a revision (the draft)' },
  },
  notes: 'STRATEGY is an id that hindcast strategies list shows.',
  async run({ args, terminal, app }) {
    const [id = ''] = args.positionals;
    const [file, folder, revision] = [args.text('file'), args.text('folder'), args.text('revision')];
    if (file === undefined && folder === undefined) throw nowhereToWrite();
    const { strategies } = app();
    const files = revision === undefined ? strategies.runnable(id) : strategies.revision(id, revision).files;
    if (file !== undefined) await writeOutput(terminal, file, [joinFiles(files)]);
    if (folder !== undefined) {
      mkdirSync(resolve(folder), { recursive: true });
      writeFolder(resolve(folder), files, {});
    }
    for (const target of [file, folder]) {
      if (target !== undefined && target !== '-') terminal.note(resolve(target));
    }
    return EXIT.ok;
  },
};

function nowhereToWrite(): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.nothing-to-write',
    message: 'There is nothing to write.',
    hint: 'Add --file FILE or --folder DIR.',
  });
}
