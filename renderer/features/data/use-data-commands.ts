import { useMemo } from 'react';
import type { Series } from '#shared/contract/market.ts';
import type { Command } from '../../app/commands/command.ts';
import { useCommands } from '../../app/commands/use-commands.ts';
import { DATA_COMMANDS } from './data-commands.ts';

/** Offers what can be done with data while the screen is shown; all of it must be memoised. */
export function useDataCommands({
  shown,
  onImport,
  onAddSamples,
  onDelete,
}: {
  /** The series that is open; null where none is. */
  shown: Series | null;
  onImport: () => void;
  onAddSamples: () => Promise<void>;
  onDelete: (series: Series) => Promise<void>;
}): void {
  const commands = useMemo<Command[]>(
    () => [
      { ...DATA_COMMANDS.import, run: onImport },
      { ...DATA_COMMANDS.samples, run: onAddSamples },
      ...(shown === null ? [] : [{ ...DATA_COMMANDS.delete, run: () => onDelete(shown) }]),
    ],
    [shown, onImport, onAddSamples, onDelete],
  );
  useCommands(commands);
}
