/** Where the editor finds the module `hindcast`. */
const MODULE = 'file:///node_modules/hindcast/';

/** The declarations that the type check of a run reads: what the editor knows and what runs can't differ. */
const sources = import.meta.glob('../../shared/strategy-api/*.ts', { query: '?raw', import: 'default', eager: true });

/** The files of the module `hindcast`, for whoever checks and explains strategies. */
export const STRATEGY_API: readonly { filePath: string; content: string }[] = Object.entries(sources).map(
  ([path, content]) => ({ filePath: `${MODULE}${path.slice(path.lastIndexOf('/') + 1)}`, content }),
);
