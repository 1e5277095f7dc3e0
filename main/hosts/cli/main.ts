import { HindcastError } from '#shared/domain/errors.ts';
import type { Ms } from '#shared/domain/units.ts';
import { type App, createApp } from '../../app.ts';
import { VERSION } from '../../version.ts';
import { readArguments } from './arguments.ts';
import { type Command, EXIT, type ExitCode } from './command.ts';
import { dataDelete } from './commands/data-delete.ts';
import { dataList } from './commands/data-list.ts';
import { dataShow } from './commands/data-show.ts';
import { diff } from './commands/diff.ts';
import { folderMove } from './commands/folder-move.ts';
import { importCommand } from './commands/import.ts';
import { prove } from './commands/prove.ts';
import { run } from './commands/run.ts';
import { runsExport } from './commands/runs-export.ts';
import { runsList } from './commands/runs-list.ts';
import { runsShow } from './commands/runs-show.ts';
import { serve } from './commands/serve.ts';
import { strategiesExport } from './commands/strategies-export.ts';
import { strategiesImport } from './commands/strategies-import.ts';
import { strategiesList } from './commands/strategies-list.ts';
import { sweep } from './commands/sweep.ts';
import { verify } from './commands/verify.ts';
import { dataFolder } from './data-folder.ts';
import { commandHelp, overview } from './help.ts';
import { limitsOf } from './limits.ts';
import { printError } from './print-error.ts';
import { Terminal } from './terminal.ts';

const COMMANDS: readonly Command[] = [
  importCommand,
  dataList,
  dataShow,
  dataDelete,
  run,
  sweep,
  verify,
  prove,
  diff,
  runsList,
  runsShow,
  runsExport,
  strategiesList,
  strategiesImport,
  strategiesExport,
  folderMove,
  serve,
];

/** Ctrl-C reaches a process twice when its launcher, in the same terminal, passes it on. */
const SAME_KEYPRESS: Ms = 500;

async function perform(words: readonly string[], terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  const [first, second] = words;
  if (first === '--version') {
    terminal.print(VERSION);
    return EXIT.ok;
  }
  if (first === undefined || isHelp(first)) {
    terminal.print(overview(COMMANDS, VERSION));
    return EXIT.ok;
  }
  const group = COMMANDS.filter(({ name }) => name.startsWith(`${first} `));
  if (group.length > 0 && second !== undefined && isHelp(second)) {
    terminal.print(overview(group, VERSION));
    return EXIT.ok;
  }
  const command = COMMANDS.find(({ name }) => name === first || name === `${first} ${second}`);
  if (command === undefined) throw unknownCommand(first, second);
  const args = readArguments(command, words.slice(command.name.split(' ').length));
  if (args.has('help')) {
    terminal.print(commandHelp(command));
    return EXIT.ok;
  }
  let app: App | undefined;
  try {
    return await command.run({
      args,
      terminal,
      signal,
      app() {
        app ??= createApp(
          {
            ...dataFolder(args.text('home'), process.env),
            limits: limitsOf(args),
            threads: command.threads?.(args) ?? 1,
            hasWindow: false,
          },
          { clock: Date.now },
        );
        return app;
      },
    });
  } finally {
    terminal.clearProgress();
    await app?.close();
  }
}

function isHelp(word: string): boolean {
  return word === '--help' || word === '-h' || word === 'help';
}

function unknownCommand(first: string, second: string | undefined): HindcastError {
  const group = COMMANDS.filter(({ name }) => name.startsWith(`${first} `));
  const given = group.length > 0 && second !== undefined ? `${first} ${second}` : first;
  return new HindcastError({
    kind: 'usage',
    code: 'usage.unknown-command',
    message:
      group.length > 0 && second === undefined ? `${first} needs a second word.` : `There is no command ${given}.`,
    hint: `There is ${(group.length > 0 ? group : COMMANDS).map(({ name }) => name).join(', ')}.`,
  });
}

const terminal = new Terminal(process.stdout, process.stderr);
const interrupt = new AbortController();
let stoppedAt = Number.POSITIVE_INFINITY;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);

/** The first signal stops the work tidily, a second one at once. */
function stop(): void {
  if (performance.now() - stoppedAt > SAME_KEYPRESS) process.exit(EXIT.interrupted);
  stoppedAt = Math.min(stoppedAt, performance.now());
  interrupt.abort();
}

// A reader that has seen enough (`| head`) ends the output, not with an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  process.exitCode = await perform(process.argv.slice(2), terminal, interrupt.signal);
} catch (error) {
  process.exitCode = printError(terminal, error);
}
