import type { Command } from '../../../app/commands/command.ts';
import { type KeyOverrides, keyOf } from '../../../app/commands/keymap.ts';

type Keyed = Pick<Command, 'id' | 'defaultKey'>;

/** The command that has a key already, other than the one that is to get it. */
export function commandWithKey<C extends Keyed>(
  commands: readonly C[],
  overrides: KeyOverrides,
  key: string,
  except: string,
): C | undefined {
  const wanted = comparable(key);
  return commands.find((command) => {
    const taken = keyOf(command, overrides);
    return command.id !== except && taken !== null && comparable(taken) === wanted;
  });
}

/**
 * The keymap after a command got a key (null: none), which is taken from whichever had it. Keys that are what they
 * are by default aren't kept.
 */
export function withKey(
  commands: readonly Keyed[],
  overrides: KeyOverrides,
  { id, defaultKey }: Keyed,
  key: string | null,
): Record<string, string | null> {
  const { [id]: _, ...others } = overrides;
  const robbed = key === null ? undefined : commandWithKey(commands, overrides, key, id);
  const isDefault = key === (defaultKey ?? null);
  return { ...others, ...(robbed && { [robbed.id]: null }), ...(!isDefault && { [id]: key }) };
}

/** Two ways to write one key are alike: the order of modifiers, capitals, `KeyK` and `k`, `Digit1` and `1`. */
function comparable(key: string): string {
  const parts = key.split('+');
  const name = (parts.pop() ?? '').replace(/^(Key|Digit)(?=.$)/, '').toLowerCase();
  return [...parts.sort(), name].join('+');
}
