import type { FolderMoveProgress } from '#shared/contract/system.ts';
import { formatBytes } from '../../data/byte-size.ts';

/** How far a move is, as people read it; comparing takes as long as it takes. */
export function moveProgress(progress: FolderMoveProgress | null): { fraction: number | null; words: string } {
  if (progress === null) return { fraction: null, words: 'looking at the folder' };
  const { step, done, total } = progress;
  if (step !== 'copying') return { fraction: null, words: 'comparing the copy with the original' };
  return { fraction: total === 0 ? 0 : done / total, words: `${formatBytes(done)} of ${formatBytes(total)}` };
}
