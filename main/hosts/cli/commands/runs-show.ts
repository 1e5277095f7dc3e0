import { isReadable } from '../../../runs/result-codec.ts';
import { type Command, EXIT } from '../command.ts';
import { printRun } from '../print-run.ts';

export const runsShow: Command = {
  name: 'runs show',
  usage: 'RUN',
  summary: 'show the summary of a stored run',
  positionals: [1, 1],
  flags: {},
  notes: 'RUN is the id of a run, the beginning of it, or last.',
  async run({ args, terminal, app }) {
    const { runs } = app();
    const record = runs.find(args.positionals[0] ?? '');
    if (args.has('json')) terminal.json(record);
    else {
      const result = record.resultHash === null || !isReadable(record) ? null : runs.result(record);
      printRun(terminal, record, result, runs.source(record));
    }
    return EXIT.ok;
  },
};
