import { useEffect } from 'react';
import { lendFiles } from '../../../editor/language.ts';
import { useOpenStrategyQuery } from '../queries.ts';
import type { Files } from './draft-session.ts';
import { folderOf, SHARED } from './paths.ts';

/** Lets a strategy import the files of the shared library. Its own files go before those of the same path. */
export function useSharedFiles(strategy: string, own: Files): void {
  const { data } = useOpenStrategyQuery(SHARED, { skip: strategy === SHARED });
  const shared = data?.files;
  const paths = Object.keys(own).join('\n');
  useEffect(() => {
    if (shared === undefined) return;
    const lent = Object.entries(shared).filter(([path]) => !paths.split('\n').includes(path));
    if (lent.length === 0) return;
    lendFiles(folderOf(strategy), Object.fromEntries(lent));
    return () => lendFiles(folderOf(strategy), {});
  }, [strategy, shared, paths]);
}
