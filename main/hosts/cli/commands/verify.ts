import { type Command, EXIT } from '../command.ts';
import { LIMIT_FLAGS } from '../limits.ts';

export const verify: Command = {
  name: 'verify',
  usage: 'RUN',
  summary: 'run a stored run again from its manifest and compare the hashes',
  positionals: [1, 1],
  flags: LIMIT_FLAGS,
  notes: 'RUN is the id of a run, the beginning of it, or last.',
  async run({ args, terminal, app, signal }) {
    const { runs, runService } = app();
    const record = runs.find(args.positionals[0] ?? '');
    const { stored, fresh } = await runService.verify(record, {
      signal,
      onProgress: ({ bar, bars }) => terminal.progress('Verifying', bar / bars, record.id),
    });
    terminal.clearProgress();
    const isSame = stored === fresh;
    if (args.has('json')) {
      terminal.json({ run: record.id, manifestId: record.manifestId, stored, fresh, verified: isSame });
      return isSame ? EXIT.ok : EXIT.failedRun;
    }
    if (isSame)
      terminal.print(`${terminal.styled('green', 'Verified')}: run ${record.id} gives the same result again.`);
    else if (stored === null) terminal.print(`Run ${record.id} has no result to compare with: it is ${record.status}.`);
    else terminal.print(`${terminal.styled('red', 'Not verified')}: run ${record.id} gives another result now.`);
    terminal.table([
      ['stored', stored ?? '–'],
      ['fresh', fresh],
    ]);
    return isSame ? EXIT.ok : EXIT.failedRun;
  },
};
