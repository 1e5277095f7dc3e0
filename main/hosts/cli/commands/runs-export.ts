import { resolve } from 'node:path';
import { HindcastError } from '#shared/domain/errors.ts';
import { runText } from '../../../runs/run-file.ts';
import { type Command, EXIT } from '../command.ts';
import { writeOutput } from '../write-output.ts';

export const runsExport: Command = {
  name: 'runs export',
  usage: 'RUN',
  summary: 'write a stored run as JSON, HTML report or CSV of its trades',
  positionals: [1, 1],
  flags: {
    json: { value: 'FILE', help: 'the whole run; - for standard output' },
    html: { value: 'FILE', help: 'the report' },
    csv: { value: 'FILE', help: 'the trade list' },
  },
  notes: 'RUN is the id of a run, the beginning of it, or last.',
  async run({ args, terminal, app }) {
    const { runs } = app();
    const record = runs.find(args.positionals[0] ?? '');
    const targets = (['json', 'html', 'csv'] as const).flatMap((kind) =>
      args.texts(kind).map((target) => ({ kind, target })),
    );
    if (targets.length === 0) throw nothingToWrite();
    const result = runs.result(record);
    const source = runs.source(record);
    for (const { kind, target } of targets) {
      await writeOutput(terminal, target, runText(kind, record, result, source));
      if (target !== '-') terminal.note(resolve(target));
    }
    return EXIT.ok;
  },
};

function nothingToWrite(): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.nothing-to-write',
    message: 'There is nothing to write.',
    hint: 'Add --json FILE, --html FILE or --csv FILE.',
  });
}
