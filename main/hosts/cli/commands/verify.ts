import type { RunRecord } from '../../../runs/run-record.ts';
import type { Verification } from '../../../runs/run-service.ts';
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
    const verification = await runService.verify(record, {
      signal,
      onProgress: ({ bar, bars }) => terminal.progress('Verifying', bar / bars, record.id),
    });
    terminal.clearProgress();
    const verified = verification.stored === verification.fresh && verification.isIntact;
    if (args.has('json')) {
      terminal.json({ run: record.id, manifestId: record.manifestId, ...verification, verified });
    } else {
      terminal.print(
        `${terminal.styled(verified ? 'green' : 'red', verified ? 'Verified' : 'Not verified')}: ${verdict(record, verification)}`,
      );
      terminal.table([
        ['stored', verification.stored ?? '–'],
        ['fresh', verification.fresh],
      ]);
    }
    return verified ? EXIT.ok : EXIT.failedRun;
  },
};

function verdict({ id, status }: RunRecord, { stored, fresh, isIntact, engineThen, engineNow }: Verification): string {
  if (stored === fresh && isIntact) return `run ${id} gives the same result again.`;
  if (stored === fresh) return `run ${id} gives its hash again, but what is stored of it was changed since.`;
  if (stored === null) return `run ${id} has no result to compare with, it is ${status}.`;
  const cause =
    engineThen === engineNow ? '' : ` The engine has changed since: version ${engineThen} then, ${engineNow} now.`;
  return `run ${id} gives another result now.${cause}`;
}
