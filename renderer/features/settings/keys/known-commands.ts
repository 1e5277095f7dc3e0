import type { Command } from '../../../app/commands/command.ts';
import { COMMAND_GROUPS } from '../../../app/commands/command.ts';
import { LAYOUT_COMMANDS } from '../../../app/shell/layout/layout-commands.ts';
import { DATA_COMMANDS } from '../../data/data-commands.ts';
import { RUN_COMMANDS } from '../../runs/run-commands.ts';
import { STRATEGY_COMMANDS } from '../../strategies/strategy-commands.ts';

/** A command as its key is set: whether it can be run at present doesn't matter. */
export type KnownCommand = Omit<Command, 'run'>;

/** Commands that only some screens offer. */
const OF_SCREENS: readonly KnownCommand[] = [
  DATA_COMMANDS,
  STRATEGY_COMMANDS,
  RUN_COMMANDS,
  LAYOUT_COMMANDS,
].flatMap<KnownCommand>(Object.values);

/** The commands that can be run here and those of other screens, by group and each once. */
export function knownCommands(here: readonly KnownCommand[]): { group: string; commands: KnownCommand[] }[] {
  const all = [...here, ...OF_SCREENS.filter(({ id }) => !here.some((command) => command.id === id))];
  return COMMAND_GROUPS.map((group) => ({
    group,
    commands: all.filter((command) => command.group === group),
  })).filter(({ commands }) => commands.length > 0);
}
