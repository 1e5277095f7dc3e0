import { useCallback } from 'react';
import type { ApiError } from '#shared/contract/errors.ts';
import type { StrategyBeginning } from '#shared/contract/strategies.ts';
import { goTo } from '../../../app/routes/use-route.ts';
import { shownError } from '../../../app/store/host-api.ts';
import { useCreateStrategyMutation } from '../queries.ts';

/** Creates strategies and opens them. */
export function useBeginning(onBegun: () => void): {
  begin: (from: StrategyBeginning, name?: string) => Promise<void>;
  /** Asks for a file first. */
  importFile: () => void;
  error: ApiError | null;
  isBusy: boolean;
} {
  const [create, { error, isLoading }] = useCreateStrategyMutation();
  const begin = useCallback(
    async (from: StrategyBeginning, name?: string) => {
      const { data } = await create({ from, ...(name !== undefined && { name }) });
      if (data === undefined) return;
      onBegun();
      goTo({ place: 'strategies', strategy: data.id });
    },
    [create, onBegun],
  );
  const importFile = useCallback(() => {
    chooseFile(async (file) => {
      const name = file.name.replace(/\.[^.]*$/, '').trim();
      await begin({ kind: 'text', text: await file.text() }, name === '' ? undefined : name);
    });
  }, [begin]);
  return { begin, importFile, error: shownError(error), isBusy: isLoading };
}

/** Has the system ask for a strategy's file. */
export function chooseFile(onChosen: (file: File) => Promise<void>): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.ts,.js';
  input.onchange = () => {
    const [file] = input.files ?? [];
    if (file !== undefined) void onChosen(file);
  };
  input.click();
}
