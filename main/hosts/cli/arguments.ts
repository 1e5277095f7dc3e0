import { parseArgs } from 'node:util';
import { HindcastError } from '#shared/domain/errors.ts';
import { sentence } from '#shared/domain/sentence.ts';
import type { Arguments, Command, Flag } from './command.ts';

/** Flags that every command takes. */
export const COMMON_FLAGS: Readonly<Record<string, Flag>> = {
  home: { value: 'DIR', help: 'folder of the database (also: HINDCAST_HOME)' },
  json: { help: 'write JSON to standard output, for programs' },
  help: { help: 'show this help' },
};

/** @throws HindcastError `usage.*` for a flag or a number of arguments that the command does not take */
export function readArguments(command: Command, words: readonly string[]): Arguments {
  const flags = { ...COMMON_FLAGS, ...command.flags };
  const { values, positionals } = parse(command, words, flags);
  const [fewest, most] = command.positionals;
  if (values['help'] !== true && (positionals.length < fewest || positionals.length > most)) {
    throw wrongUsage(
      command,
      positionals.length < fewest ? 'Something is missing' : `Too many arguments: ${positionals.slice(most).join(' ')}`,
    );
  }
  const texts = (flag: string) => [values[flag] ?? []].flat().filter((value) => typeof value === 'string');
  return { positionals, texts, text: (flag) => texts(flag).at(-1), has: (flag) => values[flag] !== undefined };
}

function parse(command: Command, words: readonly string[], flags: Readonly<Record<string, Flag>>) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      strict: true,
      options: Object.fromEntries(
        Object.entries(flags).map(([name, flag]) => [
          name,
          {
            type: flag.value === undefined ? ('boolean' as const) : ('string' as const),
            multiple: flag.many ?? false,
            ...(name === 'help' && { short: 'h' }),
          },
        ]),
      ),
    });
  } catch (cause) {
    const problem = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : String(cause);
    const flag = /^Option '--([a-z-]+)/.exec(problem)?.[1];
    const isDashed = problem.includes('is ambiguous') && flag !== undefined;
    throw wrongUsage(
      command,
      isDashed ? `--${flag} needs a value; write --${flag}=VALUE for one that begins with a dash` : problem,
    );
  }
}

function wrongUsage(command: Command, problem: string): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.arguments',
    message: sentence(problem),
    hint: `Usage: hindcast ${command.name} ${command.usage}; hindcast ${command.name} --help shows all flags.`,
  });
}
