import type { MessagePort } from 'node:worker_threads';
import { type ErrorDetail, HindcastError } from '#shared/domain/errors.ts';
import { storageError } from '../errors.ts';
import { copyFolder } from './copy-folder.ts';

/** Errors for the user cross the thread as data. */
export type CopyReply = { ok: true } | { ok: false; error: ErrorDetail };

export interface CopyTask {
  source: string;
  target: string;
  /** Hears how far it is. */
  progress: MessagePort;
}

/** Copies a data folder. */
export async function copy({ source, target, progress }: CopyTask): Promise<CopyReply> {
  try {
    await copyFolder(source, target, (each) => progress.postMessage(each));
    return { ok: true };
  } catch (cause) {
    const error = storageError(cause, target);
    if (error instanceof HindcastError) return { ok: false, error: error.detail };
    throw error;
  } finally {
    progress.close();
  }
}
