import { type ComparedRun, compareRuns } from '../../../runs/run-diff.ts';
import { exportedRun, storedRun } from '../../../runs/run-diff-input.ts';
import { type Command, type CommandContext, EXIT, type ExitCode } from '../command.ts';
import { printDiff } from '../print-diff.ts';
import { printError } from '../print-error.ts';

export const diff: Command = {
  name: 'diff',
  usage: 'RUN RUN',
  summary: 'show where two runs part, and why',
  positionals: [2, 2],
  flags: {},
  notes:
    'RUN is the id of a run, the beginning of it, last, or a file that runs export --json wrote.\n' +
    'Ends with 0 when manifest and result are the same, 1 when the runs differ, 2 or more when they can’t be compared.',
  async run(context) {
    try {
      return await compare(context);
    } catch (error) {
      const code = printError(context.terminal, error);
      // Here 1 says that the runs differ.
      return code === EXIT.failedRun ? EXIT.data : code;
    }
  },
};

async function compare({ args, terminal, app }: CommandContext): Promise<ExitCode> {
  const [first = '', second = ''] = args.positionals;
  const { runs, market } = app();
  const read = (word: string): Promise<ComparedRun> | ComparedRun =>
    isFile(word) ? exportedRun(word, market) : storedRun(word, runs, market);
  const [a, b] = [await read(first), await read(second)];
  const found = compareRuns(a, b);
  if (args.has('json')) {
    const named = ({ run: { runId, manifestId, resultHash, strategy } }: ComparedRun) => ({
      runId,
      manifestId,
      resultHash,
      strategy,
    });
    const { isEqual, ...parts } = found;
    terminal.json({ a: named(a), b: named(b), equal: isEqual, ...parts });
  } else printDiff(terminal, a.run, b.run, found);
  return found.isEqual ? EXIT.ok : EXIT.failedRun;
}

/** Ids have no dots and no slashes. */
function isFile(word: string): boolean {
  return /[./\\]/.test(word);
}
