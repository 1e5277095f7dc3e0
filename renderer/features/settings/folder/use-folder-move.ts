import { useRef, useState } from 'react';
import { type ApiError, apiErrorOf } from '#shared/contract/errors.ts';
import type { FolderMoveProgress } from '#shared/contract/system.ts';
import { client, desktop } from '../../../app/api/client.ts';

/** Where a move stands: a folder is asked for, looked at, agreed to, and copied to; then the host opens it. */
export type MoveStep =
  | { name: 'asking' }
  | { name: 'looking' }
  | { name: 'agreeing'; folder: string; bytes: number; free: number }
  | { name: 'moving'; folder: string; progress: FolderMoveProgress | null }
  | { name: 'opening'; folder: string };

export interface FolderMoving {
  step: MoveStep;
  /** Why the last thing that was asked for did not come about. */
  error: ApiError | null;
  /** Has the host look whether the data can be moved to a folder. */
  look: (folder: string) => Promise<void>;
  /** Asks for a folder in the system's dialog, where there is one; then as `look`. */
  choose: (() => Promise<void>) | null;
  /** Copies to the folder that was looked at. */
  move: (folder: string) => Promise<void>;
  /** Stops what is under way and asks for a folder again. */
  giveUp: () => void;
}

/** Moves the data folder, one step after the other. */
export function useFolderMove(): FolderMoving {
  const [step, setStep] = useState<MoveStep>({ name: 'asking' });
  const [error, setError] = useState<ApiError | null>(null);
  const ending = useRef<AbortController>(null);

  const attempt = async (work: (signal: AbortSignal) => Promise<void>) => {
    ending.current?.abort();
    const mine = new AbortController();
    ending.current = mine;
    setError(null);
    try {
      await work(mine.signal);
    } catch (thrown) {
      if (mine.signal.aborted) return;
      setError(apiErrorOf(thrown));
      setStep({ name: 'asking' });
    }
  };
  const look = (folder: string) =>
    attempt(async (signal) => {
      setStep({ name: 'looking' });
      setStep({ name: 'agreeing', ...(await client.system.checkFolder({ folder }, { signal })) });
    });
  const picker = desktop;
  const choose = async (from: NonNullable<typeof desktop>) => {
    const { folder } = await from.chooseFolder();
    if (folder !== null) await look(folder);
  };
  const move = (folder: string) =>
    attempt(async (signal) => {
      setStep({ name: 'moving', folder, progress: null });
      try {
        for await (const progress of await client.system.moveFolder({ folder }, { signal })) {
          if (progress.step === 'moved') break;
          setStep({ name: 'moving', folder, progress });
        }
      } catch (thrown) {
        // The host may be gone before its last word is here: where the data are then shows once it is back.
        if (signal.aborted || apiErrorOf(thrown).code !== 'run.unreachable') throw thrown;
      }
      setStep({ name: 'opening', folder });
    });
  const giveUp = () => {
    ending.current?.abort();
    setError(null);
    setStep({ name: 'asking' });
  };
  return { step, error, look, choose: picker === null ? null : () => choose(picker), move, giveUp };
}
