import { HindcastError } from '#shared/domain/errors.ts';

const usage = (code: string, message: string, hint?: string) =>
  new HindcastError({ kind: 'usage', code: `usage.${code}`, message, ...(hint !== undefined && { hint }) });

export const noSuchStrategy = (id: string) =>
  usage('no-such-strategy', `There is no strategy ${id}.`, 'The library lists those there are.');

export const noSuchRevision = (id: string) =>
  usage('no-such-revision', `The strategy has no revision ${id}.`, 'Its history lists those there are.');

export const noSuchBranch = (name: string) => usage('no-such-branch', `The strategy has no branch ${name}.`);

export const staleDraft = () =>
  usage(
    'stale-draft',
    'The strategy was changed somewhere else in the meantime, so nothing was saved.',
    'Read it again and decide which text to keep.',
  );

export const nothingToCommit = () =>
  usage('nothing-to-commit', 'The draft is the same as the newest revision.', 'Change something first.');

export const nothingToBranchFrom = () =>
  usage(
    'nothing-to-branch-from',
    'The strategy has no revision yet.',
    'Save a revision first; a branch begins at one.',
  );

export const branchExists = (name: string) =>
  usage('branch-exists', `The strategy has a branch ${name} already.`, 'Choose another name.');

export const branchInUse = (name: string) =>
  usage('branch-in-use', `${name} is the branch that is worked on.`, 'Work on another branch first.');

export const strategyInUse = (runs: number) =>
  usage(
    'strategy-in-use',
    `${runs === 1 ? 'A stored run was' : `${runs} stored runs were`} made with this strategy.`,
    'Archive it instead, or delete its runs first.',
  );

export const sharedStays = () => usage('shared-stays', 'The shared library can’t be deleted, archived or copied.');

export const noMainFile = () =>
  usage(
    'no-main-file',
    'A strategy needs a file main.ts.',
    'It exports the strategy; other files are what it imports.',
  );

export const foreignPath = (path: string) =>
  usage('foreign-path', `${path} is no file of the shared library.`, 'Those have paths that begin with shared/.');

export const samePath = (path: string) =>
  usage('same-path', `Two files are called ${path}.`, 'Capitals don’t tell files apart on every disk: rename one.');

export const folderTaken = (path: string) =>
  usage('folder-taken', `Another strategy lives in ${path}.`, 'Choose another folder.');

export const folderWithoutMain = (path: string) =>
  usage(
    'folder-without-main',
    `${path} has files, but no main.ts.`,
    'Choose an empty folder, or one with a strategy whose main.ts exports it.',
  );

export const relativeFolder = (path: string) =>
  usage('relative-folder', `${path} is not a whole path.`, 'Write it from the root of the disk.');

export const fileNotWatched = (path: string) =>
  usage(
    'file-not-watched',
    `${path} is a file: only a folder can be watched.`,
    'Name the folder, with a main.ts in it.',
  );

/** What is wrong with a folder, such that it can't be read as a strategy. */
export const unusableFolder = (message: string, hint: string) => usage('unusable-folder', message, hint);
