/** The strategy whose files all others may import. */
export const SHARED = 'shared';

/** Where the texts of a strategy are open. */
export const folderOf = (strategy: string) => `strategies/${strategy}`;
export const pathOf = (strategy: string, file: string) => `${folderOf(strategy)}/${file}`;

/** A path of an open text without the folder of its strategy: `lib/bands.ts`. */
export const fileOf = (strategy: string, path: string) => path.slice(folderOf(strategy).length + 1);
