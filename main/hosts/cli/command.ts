import type { App } from '../../app.ts';
import type { Terminal } from './terminal.ts';

/** One flag of a command, as help shows it and the parser reads it. */
export interface Flag {
  /** What stands for the value in help; without it the flag is a switch. */
  value?: string;
  help: string;
  /** May be given more than once. */
  many?: boolean;
}

/** The flags and arguments that were given. */
export interface Arguments {
  positionals: readonly string[];
  /** The value of a flag, undefined when it wasn't given. */
  text(flag: string): string | undefined;
  texts(flag: string): readonly string[];
  has(flag: string): boolean;
}

export interface CommandContext {
  args: Arguments;
  terminal: Terminal;
  /** Opens the database on first use: help and wrong flags need none. */
  app(): App;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
}

export interface Command {
  /** As it is typed: `data list`. */
  name: string;
  /** What follows the name: `FILE…`. */
  usage: string;
  summary: string;
  /** Longer help, behind the flags. */
  notes?: string;
  /** Fewest and most positional arguments. */
  positionals: readonly [number, number];
  flags: Readonly<Record<string, Flag>>;
  /** Worker threads; one by default. */
  threads?(args: Arguments): number;
  /** @returns the exit code */
  run(context: CommandContext): Promise<ExitCode>;
}

export const EXIT = { ok: 0, failedRun: 1, usage: 2, data: 3, strategy: 4, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
