import { z } from 'zod';
import { FILE_MARK, STRATEGY_PATH } from '../domain/strategy-files.ts';
import { countSchema, timeSchema } from './base.ts';

/** The longest source of a strategy, in characters: one file, or all of them together. */
export const LONGEST_SOURCE = 200_000;
export const MOST_FILES = 50;

export const strategyIdSchema = z
  .string()
  .regex(/^(shared|[0-9a-f]{10})$/, 'an id of a strategy is 10 hexadecimal digits');
/** A whole id of a revision, or the beginning of one. */
export const revisionIdSchema = z.string().regex(/^[0-9a-f]{6,64}$/, 'an id of a revision is hexadecimal');
export const strategyNameSchema = z.string().trim().min(1).max(80);
export const branchNameSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'a branch has a name of letters, digits, dots, dashes and underscores')
  .max(60);
export const strategyTagSchema = z.string().trim().min(1).max(40);

export const strategyPathSchema = z.string().max(120).regex(STRATEGY_PATH, 'a file has a path such as lib/bands.ts');

const markedLine = new RegExp(`^${FILE_MARK}`, 'm');

/** The text of each file by its path: `main.ts` exports the strategy, the others are what it imports. */
export const strategyFilesSchema = z
  .record(strategyPathSchema, z.string().max(LONGEST_SOURCE))
  .refine((files) => Object.keys(files).length <= MOST_FILES, `a strategy has at most ${MOST_FILES} files`)
  .refine(
    (files) => Object.values(files).reduce((sum, text) => sum + text.length, 0) <= LONGEST_SOURCE,
    `the files of a strategy have at most ${LONGEST_SOURCE} characters together`,
  )
  .refine(
    (files) => Object.values(files).every((text) => text.isWellFormed()),
    'a file has half of a character that takes two',
  )
  .refine(
    (files) => !Object.values(files).some((text) => markedLine.test(text)),
    `no line of a file may begin with ${FILE_MARK}`,
  );

/** A version of the files of a strategy that never changes. */
export const revisionSchema = z.strictObject({
  /** SHA-256 over content, parent, message, author and time. */
  id: z.string(),
  /** The revision that it was made from; null for a first one. */
  parent: z.string().nullable(),
  /** SHA-256 of its files as one text: equal to `sourceSha256` of the runs that were made with it. */
  content: z.string(),
  message: z.string(),
  author: z.string(),
  createdAt: timeSchema,
  /** Branches whose newest revision this is. */
  branches: z.array(z.string()),
});
export type StrategyRevision = z.infer<typeof revisionSchema>;

/** A named line of work: its newest revision, and a draft of its own. */
export const branchSchema = z.strictObject({
  name: z.string(),
  /** null until something is committed. */
  head: z.string().nullable(),
  /** The draft differs from the head. */
  isDirty: z.boolean(),
  /** When its draft was last saved. */
  savedAt: timeSchema,
});
export type StrategyBranch = z.infer<typeof branchSchema>;

/** A strategy in the list. */
export const strategyRowSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** The first sentence of the comment that `main.ts` begins with; empty where there is none. */
  description: z.string(),
  tags: z.array(z.string()),
  /** The branch that is worked on. */
  branch: z.string(),
  /** Its draft differs from its newest revision. */
  isDirty: z.boolean(),
  isArchived: z.boolean(),
  /** On all branches. */
  revisions: countSchema,
  /** Stored runs that were made with a text of this strategy. */
  runs: countSchema,
  /** The folder on the host's disk that it lives in; null for one that lives in the library alone. */
  folder: z.string().nullable(),
  createdAt: timeSchema,
  /** When the draft was last saved or a revision was made. */
  changedAt: timeSchema,
});
export type StrategyRow = z.infer<typeof strategyRowSchema>;

/** A strategy as the editor opens it. */
export const strategyDetailSchema = strategyRowSchema.extend({
  /** The draft of the branch that is worked on. */
  files: z.record(z.string(), z.string()),
  /** Goes up by one whenever a draft or a branch changes: what saves a draft says which version it saw. */
  version: z.int(),
  /** The newest revision of the branch; null until something is committed. */
  head: revisionSchema.nullable(),
  branches: z.array(branchSchema),
  /** Why the folder can't be read at the moment; null where it can, and where there is none. */
  folderProblem: z.string().nullable(),
});
export type StrategyDetail = z.infer<typeof strategyDetailSchema>;

/** One file in two versions; null where a version doesn't have it. */
export const fileChangeSchema = z.strictObject({
  path: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type FileChange = z.infer<typeof fileChangeSchema>;

/** A strategy that ships: where a new one can begin. */
export const templateSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Trend, mean reversion, breakout … */
  kind: z.string(),
  /** What it does. */
  description: z.string(),
  /** When it loses money; empty where nothing is said. */
  fails: z.string(),
  /** The data that it is meant for; empty where any will do. */
  data: z.string(),
  file: z.string(),
});
export type StrategyTemplate = z.infer<typeof templateSchema>;

/** Something about a strategy is new. */
export const strategyEventSchema = z.strictObject({
  strategy: z.string(),
  /** As in the detail: a window that shows another version reads the strategy again. */
  version: z.int(),
  /** `folder`: an external editor wrote the files, or they can't be read any more. */
  cause: z.enum(['draft', 'revision', 'branch', 'listed', 'deleted', 'folder']),
});
export type StrategyEvent = z.infer<typeof strategyEventSchema>;
