import { type ErrorKind, HindcastError } from '#shared/domain/errors.ts';
import { EXIT, type ExitCode } from './command.ts';
import { remedyFor } from './remedies.ts';
import type { Terminal } from './terminal.ts';

const EXIT_OF: Record<ErrorKind, ExitCode> = {
  usage: EXIT.usage,
  data: EXIT.data,
  strategy: EXIT.strategy,
  run: EXIT.failedRun,
  storage: EXIT.failedRun,
};

/** Shows an error and says how the process ends. An error that isn't ours is a bug: it is shown whole. */
export function printError(terminal: Terminal, error: unknown): ExitCode {
  if (!(error instanceof HindcastError)) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    terminal.note(`${terminal.styledNote('red', 'Internal error')}: ${text}`);
    terminal.note('This is a bug in Hindcast: please report it with the text above.');
    return EXIT.failedRun;
  }
  const { message, hint, at, lines = [], kind, code } = error.detail;
  const place = at === undefined ? '' : `${at.file}:${at.line}:${at.column} `;
  terminal.note(`${terminal.styledNote('red', 'Error')}: ${place}${message}`);
  for (const line of lines) terminal.note(`  ${line}`);
  for (const advice of [hint, remedyFor(code)]) {
    if (advice !== undefined) terminal.note(terminal.styledNote('dim', advice));
  }
  return code === 'run.cancelled' ? EXIT.interrupted : EXIT_OF[kind];
}
