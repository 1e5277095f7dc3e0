import { COMMON_FLAGS } from './arguments.ts';
import type { Command, Flag } from './command.ts';

export function overview(commands: readonly Command[], version: string): string {
  const width = Math.max(...commands.map((command) => signature(command).length));
  return [
    `Hindcast ${version}: backtest trading strategies on local market data, and verify every result.`,
    '',
    'Usage: hindcast COMMAND [flags]',
    '',
    ...commands.map((command) => `  ${signature(command).padEnd(width)}  ${command.summary}`),
    '',
    'hindcast COMMAND --help shows the flags of a command.',
    'Exit codes: 0 ok, 1 the run failed, 2 wrong usage, 3 bad or missing data, 4 error in the strategy.',
  ].join('\n');
}

export function commandHelp(command: Command): string {
  // A flag of the command stands for the common one of the same name.
  const flags = Object.entries({ ...command.flags, ...COMMON_FLAGS, ...command.flags });
  const width = Math.max(...flags.map(([name, flag]) => flagText(name, flag).length));
  return [
    `hindcast ${signature(command)} [flags]`,
    '',
    command.summary,
    '',
    'Flags:',
    ...flags.map(([name, flag]) => `  ${flagText(name, flag).padEnd(width)}  ${flag.help}`),
    ...(command.notes === undefined ? [] : ['', command.notes]),
  ].join('\n');
}

function signature({ name, usage }: Command): string {
  return `${name} ${usage}`.trim();
}

function flagText(name: string, { value, many }: Flag): string {
  return `--${name}${value === undefined ? '' : ` ${value}`}${many ? ' …' : ''}`;
}
