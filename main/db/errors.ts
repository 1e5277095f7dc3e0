import { type ErrorDetail, HindcastError } from '#shared/domain/errors.ts';

type Wording = Omit<ErrorDetail, 'kind'>;

const FULL = (path: string): Wording => ({
  code: 'storage.full',
  message: `The disk is full: ${path} could not be written.`,
  hint: 'Free some space and try again; the data is as it was before.',
});
const LOCKED = (path: string): Wording => ({
  code: 'storage.locked',
  message: `Another program is writing to ${path}.`,
  hint: 'Wait until its import or run has finished, or close it, and try again.',
});
const READ_ONLY = (path: string): Wording => ({
  code: 'storage.read-only',
  message: `${path} can't be written: the file or its folder is read-only for you.`,
  hint: 'Give yourself write permission on the folder and the files in it, or choose another folder.',
});
const CANNOT_OPEN = (path: string): Wording => ({
  code: 'storage.cannot-open',
  message: `${path} can't be opened as a file.`,
  hint: 'Check that its folder exists, that you may write there, and that no part of the path is something else.',
});
const DISK_FAILED = (path: string): Wording => ({
  code: 'storage.disk',
  message: `The disk failed while ${path} was read or written.`,
  hint: 'Check that the disk is connected and healthy, then try again; copy the folder elsewhere if it fails again.',
});
const DAMAGED = (path: string): Wording => ({
  code: 'storage.damaged',
  message: `The database ${path} is damaged.`,
  hint: 'Close Hindcast, move the file away and put a backup in its place, or import the data again.',
});
const NOT_A_DATABASE = (path: string): Wording => ({
  code: 'storage.not-a-database',
  message: `${path} is not a Hindcast database.`,
  hint: 'Choose another file; if it was one, it is damaged: put a backup in its place, or move it away and import again.',
});

/** By the first words of SQLite's (extended) result code, or by the code of a system call. */
const WORDINGS: readonly (readonly [code: RegExp, wording: (path: string) => Wording])[] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, FULL],
  [/^SQLITE_(BUSY|LOCKED)/, LOCKED],
  [/^(SQLITE_(READONLY|PERM|AUTH)|EACCES|EPERM|EROFS)/, READ_ONLY],
  [/^(SQLITE_CANTOPEN|ENOTDIR|EEXIST|EISDIR|ENAMETOOLONG|ENOENT|ELOOP)/, CANNOT_OPEN],
  [/^(SQLITE_IOERR|EIO)/, DISK_FAILED],
  [/^SQLITE_CORRUPT/, DAMAGED],
  [/^SQLITE_NOTADB/, NOT_A_DATABASE],
];

const storage = (wording: Wording, cause?: unknown) => new HindcastError({ kind: 'storage', ...wording }, { cause });

/**
 * What a failure of SQLite or of the file system means to the user.
 * @returns a HindcastError that names the file and says what to do; anything that isn't a fault of the disk or the
 * database (a bug of ours, an error that already has its words) comes back as it was.
 */
export function storageError(cause: unknown, path: string): unknown {
  if (cause instanceof HindcastError || !(cause instanceof Error)) return cause;
  const code = 'code' in cause ? String(cause.code) : '';
  const wording = WORDINGS.find(([pattern]) => pattern.test(code))?.[1];
  return wording ? storage(wording(path), cause) : cause;
}

/** The database is damaged; `backup` is the newest copy beside it, if there is one. */
export function damagedDatabase(path: string, findings: string[], backup: string | undefined): HindcastError {
  const wording = DAMAGED(path);
  return storage({
    ...wording,
    ...(backup && { hint: `Close Hindcast, move the file away and restore the backup: rename ${backup} to ${path}.` }),
    lines: findings,
  });
}

/** The file is a database of another program. */
export function foreignDatabase(path: string): HindcastError {
  return storage(NOT_A_DATABASE(path));
}

/** The database was written by a newer Hindcast. */
export function newerSchema(path: string, found: number, known: number): HindcastError {
  return storage({
    code: 'storage.newer-schema',
    message: `${path} was written by a newer Hindcast: it has schema ${found}, this version knows up to ${known}.`,
    hint: 'Update Hindcast, or choose another folder. Nothing was changed.',
  });
}
