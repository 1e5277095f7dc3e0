import type { FolderMoveProgress } from '#shared/contract/system.ts';
import { HindcastError } from '#shared/domain/errors.ts';
import type { App } from '../app.ts';
import { Feed } from '../jobs/feed.ts';
import type { AreaRouter, Implementer } from './implementer.ts';
import { jobsInHand } from './jobs-in-hand.ts';

type FolderPart = 'folder' | 'checkFolder' | 'moveFolder' | 'removePreviousFolder' | 'keepPreviousFolder';

/** The data folder, and moving it. */
export function folderApi(
  api: Implementer['system'],
  app: App,
  mayMoveTo: (folder: string) => boolean = () => true,
): Pick<AreaRouter<'system'>, FolderPart> {
  const { folder, folderMove } = app;
  const allowed = (wanted: string) => {
    if (!mayMoveTo(wanted)) throw notChosen();
    return wanted;
  };
  return {
    folder: api.folder.handler(() => ({
      folder: folder.path,
      canMove: folderMove.canMove,
      previous: folderMove.previous,
    })),
    checkFolder: api.checkFolder.handler(({ input }) => folderMove.check(allowed(input.folder))),
    moveFolder: api.moveFolder.handler(({ input, signal }) => moved(app, allowed(input.folder), signal)),
    removePreviousFolder: api.removePreviousFolder.handler(() => {
      folderMove.removePrevious();
      return {};
    }),
    keepPreviousFolder: api.keepPreviousFolder.handler(() => {
      folderMove.keepPrevious();
      return {};
    }),
  };
}

/** Time for the last event to reach the window, before its host goes. */
const LAST_WORD_MS = 250;

/** Moves the folder and tells how far it is. Whoever ends the stream gives the move up. */
async function* moved(
  { jobs, folderMove, reopen }: App,
  folder: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<FolderMoveProgress, void, void> {
  if (jobs.inHand > 0) throw jobsInHand('The data folder can’t be moved');
  const feed = new Feed<FolderMoveProgress>();
  const given = new AbortController();
  const over = new AbortController();
  const last: FolderMoveProgress = { step: 'moved', done: 0, total: 0 };
  const move = folderMove.move(
    folder,
    (progress) => {
      Object.assign(last, { done: progress.done, total: progress.total });
      feed.publish('progress', progress);
    },
    AbortSignal.any([given.signal, ...(signal ? [signal] : [])]),
  );
  const settled = move.catch(() => {}).finally(() => over.abort());
  try {
    yield* feed.watch(over.signal);
    await move;
    yield last;
  } finally {
    given.abort();
    await settled;
    if (folderMove.hasMoved) setTimeout(reopen, LAST_WORD_MS);
  }
}

function notChosen(): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.folder-not-chosen',
    message: 'The data can only be moved to a folder that was chosen in the system’s dialog.',
    hint: 'Choose it there.',
  });
}
