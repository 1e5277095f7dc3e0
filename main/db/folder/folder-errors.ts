import { HindcastError } from '#shared/domain/errors.ts';

const storage = (code: string, message: string, hint: string, cause?: unknown) =>
  new HindcastError({ kind: 'storage', code: `storage.${code}`, message, hint }, { cause });
const usage = (code: string, message: string, hint: string) =>
  new HindcastError({ kind: 'usage', code: `usage.${code}`, message, hint });

/** The file that says where the data are can't be understood. */
export function unreadablePointer(file: string, cause: unknown): HindcastError {
  return storage(
    'folder-pointer',
    `${file} says where the data folder is, and can't be understood.`,
    'Delete it if the data were never moved; else put the folder into it again, or name it in HINDCAST_HOME.',
    cause,
  );
}

/** The data were moved to a folder that isn't there. */
export function lostFolder(folder: string, file: string): HindcastError {
  return storage(
    'folder-lost',
    `The data folder ${folder} is not there.`,
    `Connect its disk and start again, or name another folder in HINDCAST_HOME. ${file} holds the choice.`,
  );
}

/** This start has its folder from the command line or the environment. */
export function fixedFolder(): HindcastError {
  return usage(
    'folder-fixed',
    'The data folder was named when Hindcast was started, so it can’t be moved from here.',
    'Start without --home and HINDCAST_HOME to move it, or start with another folder.',
  );
}

export function notWholePath(folder: string): HindcastError {
  return usage('folder-path', `${folder} is not a whole path.`, 'Write it from the root on, such as /data/hindcast.');
}

export function sameFolder(folder: string): HindcastError {
  return usage('folder-same', `The data are in ${folder} already.`, 'Choose another folder.');
}

export function nestedFolder(folder: string): HindcastError {
  return usage(
    'folder-nested',
    `${folder} and the data folder lie inside each other.`,
    'Choose a folder beside the present one.',
  );
}

export function notAFolder(folder: string): HindcastError {
  return usage('folder-file', `${folder} is a file.`, 'Choose a folder.');
}

export function folderNotEmpty(folder: string): HindcastError {
  return usage('folder-not-empty', `${folder} is not empty.`, 'Choose an empty folder, or name a new one inside it.');
}

/** @param bytes that are needed, and that are free */
export function folderTooSmall(folder: string, bytes: { needed: number; free: number }): HindcastError {
  const megabytes = (count: number) => `${Math.ceil(count / 1e6).toLocaleString('en')} MB`;
  return usage(
    'folder-too-small',
    `${folder} has ${megabytes(bytes.free)} left, and the data need ${megabytes(bytes.needed)}.`,
    'Free some space there, or choose another disk.',
  );
}

/** @param what kind of file system it is, for people */
export function unsafeFolder(folder: string, what: string): HindcastError {
  return usage(
    'folder-unsafe',
    `${folder} is on ${what}, where a database can't be kept safe.`,
    'Choose a folder on a disk of this machine.',
  );
}

export function busyElsewhere(): HindcastError {
  return usage(
    'folder-busy',
    'Another Hindcast is importing or running on this data folder.',
    'Wait until it is done, and try again.',
  );
}

export function moveUnderWay(): HindcastError {
  return usage('folder-moving', 'The data folder is being moved already.', 'Wait until that is done.');
}

/** What was copied isn't what is there. @param what name of the file */
export function copyDiffers(what: string): HindcastError {
  return storage(
    'folder-copy',
    `The copy of ${what} differs from the original: the disk there can't be trusted.`,
    'Nothing was changed. Choose another disk, and check that one.',
  );
}

export function noPreviousFolder(): HindcastError {
  return usage(
    'no-such-folder',
    'There is no folder from before that could be deleted.',
    'Look at the settings again.',
  );
}

export function previousInUse(folder: string): HindcastError {
  return usage('folder-in-use', `Another Hindcast is working on ${folder}.`, 'End it first.');
}
