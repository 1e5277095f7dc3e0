import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { splitFiles } from '../domain/strategy-files.ts';
import { countSchema, pageShape, procedure } from './base.ts';
import {
  branchNameSchema,
  fileChangeSchema,
  LONGEST_SOURCE,
  revisionIdSchema,
  revisionSchema,
  strategyDetailSchema,
  strategyEventSchema,
  strategyFilesSchema,
  strategyIdSchema,
  strategyNameSchema,
  strategyRowSchema,
  strategyTagSchema,
  templateSchema,
} from './strategy.ts';

/**
 * Which strategy: one that ships, one of a person's own, that of a stored run, a text, or the files that an editor
 * holds.
 */
export const strategyRefSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('library'),
    id: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .max(80),
  }),
  z.strictObject({ kind: z.literal('run'), run: z.string().regex(/^([0-9a-f]{1,40}|last)$/) }),
  z.strictObject({
    kind: z.literal('source'),
    /** Name of the file, for messages. */
    file: z.string().min(1).max(200),
    source: z.string().max(LONGEST_SOURCE),
  }),
  z.strictObject({
    kind: z.literal('strategy'),
    strategy: strategyIdSchema,
    /** Its draft where none is named. */
    revision: revisionIdSchema.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('files'),
    /** Whose files they are: its runs count them as its own. */
    strategy: strategyIdSchema.exactOptional(),
    /** Not necessarily saved; what they import from `shared/` comes from the library where it isn't among them. */
    files: strategyFilesSchema,
  }),
]);
export type StrategyRef = z.infer<typeof strategyRefSchema>;

const label = z.string().exactOptional();
const numberBounds = {
  min: z.number().exactOptional(),
  max: z.number().exactOptional(),
  /** Distance between neighbouring values on a slider. */
  step: z.number().exactOptional(),
  label,
};

/** A parameter as the strategy declares it, in the order of declaration. */
export const paramSchema = z.discriminatedUnion('kind', [
  z.strictObject({ name: z.string(), kind: z.literal('int'), default: z.number(), ...numberBounds }),
  z.strictObject({ name: z.string(), kind: z.literal('number'), default: z.number(), ...numberBounds }),
  z.strictObject({ name: z.string(), kind: z.literal('bool'), default: z.boolean(), label }),
  z.strictObject({
    name: z.string(),
    kind: z.literal('choice'),
    default: z.string(),
    options: z.array(z.string()),
    label,
  }),
]);
export type StrategyParam = z.infer<typeof paramSchema>;

/** Something that is wrong with a strategy; line and column from 1, null where it has no place. */
export const problemSchema = z.strictObject({
  /** `lint`: it compiles, and a trader would doubt it. */
  owner: z.enum(['syntax', 'types', 'load', 'lint']),
  /** Path of the file among those of the strategy: `main.ts` for a strategy of one file. */
  file: z.string(),
  line: z.int().nullable(),
  column: z.int().nullable(),
  code: z.string(),
  message: z.string(),
  hint: z.string().exactOptional(),
  /** Of the lint; everything else is an error. */
  severity: z.enum(['error', 'warning']).exactOptional(),
  /** Where it ends, exclusive; of the lint. */
  endLine: z.int().exactOptional(),
  endColumn: z.int().exactOptional(),
  /** What would mend it, to be applied as a whole; ranges from 1, the end exclusive. */
  fix: z
    .strictObject({
      title: z.string(),
      edits: z.array(
        z.strictObject({
          file: z.string(),
          line: z.int(),
          column: z.int(),
          endLine: z.int(),
          endColumn: z.int(),
          text: z.string(),
        }),
      ),
    })
    .exactOptional(),
});
export type StrategyProblem = z.infer<typeof problemSchema>;

/**
 * A parameter as it stands in the text, found without running it: a declaration whose values are literals. What isn't
 * written as a literal is null.
 */
export const writtenParamSchema = z.strictObject({
  name: z.string(),
  kind: z.enum(['int', 'number', 'bool', 'choice']),
  default: z.union([z.number(), z.boolean(), z.string()]).nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  step: z.number().nullable(),
  label: z.string().nullable(),
  options: z.array(z.string()).nullable(),
  /** Path of the file among those of the strategy. */
  file: z.string(),
  /** Of the name, from 1. */
  line: z.int(),
  column: z.int(),
  /**
   * The default's literal: what "write to code" replaces. Offsets in UTF-16 units from the start of the file, the end
   * not included; null where the default isn't a literal.
   */
  literal: z
    .strictObject({
      start: z.int(),
      end: z.int(),
      line: z.int(),
      column: z.int(),
      endLine: z.int(),
      endColumn: z.int(),
    })
    .nullable(),
});
export type WrittenParam = z.infer<typeof writtenParamSchema>;

/** Where a new strategy begins. */
export const beginningSchema = z.discriminatedUnion('kind', [
  /** A strategy that does nothing yet, ready to run. */
  z.strictObject({ kind: z.literal('empty') }),
  z.strictObject({ kind: z.literal('template'), template: z.string().max(80) }),
  z.strictObject({ kind: z.literal('run'), run: z.string().regex(/^([0-9a-f]{1,40}|last)$/) }),
  /** One text; one that `export` made has all its files in it. */
  z.strictObject({
    kind: z.literal('text'),
    text: z
      .string()
      .max(LONGEST_SOURCE)
      .refine(
        (text) => strategyFilesSchema.safeParse(splitFiles(text)).success,
        'the text holds no files of a strategy',
      ),
  }),
  z.strictObject({ kind: z.literal('files'), files: strategyFilesSchema }),
  /** A folder on the host's disk with a `main.ts` (or one `.ts` file): copied, or lived in and watched. */
  z.strictObject({ kind: z.literal('folder'), path: z.string().min(1).max(4_000), isWatched: z.boolean() }),
]);
export type StrategyBeginning = z.infer<typeof beginningSchema>;

/** One side of a comparison: the draft of the branch that is worked on, or a revision. */
const sideSchema = z.union([z.literal('draft'), revisionIdSchema]);

const reference = z.strictObject({ strategy: strategyRefSchema });
const oneStrategy = z.strictObject({ strategy: strategyIdSchema });
const filesSchema = z.record(z.string(), z.string());
/** The version that the caller saw; when it is no longer that, the answer is CONFLICT and nothing changes. */
const version = z.int();

/**
 * A person's own strategies and those that ship. Each has branches, and each branch a draft, which is saved as it is
 * typed, and revisions, which never change. The strategy `shared` is the library that all others import from
 * `./shared/…`: it has files, drafts and revisions like any other, but no `main.ts`.
 */
export const strategies = {
  list: procedure
    .route({ method: 'GET', path: '/strategies', tags: ['strategies'], summary: 'Own strategies, newest change first' })
    .input(
      z
        .strictObject({
          ...pageShape,
          /** In names, tags and drafts; capitals don't count. */
          search: z.string().max(200).exactOptional(),
          tag: strategyTagSchema.exactOptional(),
          archived: z.boolean().default(false),
        })
        .prefault({}),
    )
    .output(
      z.strictObject({
        rows: z.array(strategyRowSchema),
        total: countSchema,
        /** Every tag of strategies that aren't deleted, in the order of the alphabet. */
        tags: z.array(z.string()),
      }),
    ),
  templates: procedure
    .route({ method: 'GET', path: '/templates', tags: ['strategies'], summary: 'Strategies that ship' })
    .output(z.array(templateSchema)),
  get: procedure
    .route({ method: 'GET', path: '/strategies/{strategy}', tags: ['strategies'], summary: 'One strategy, its draft' })
    .input(oneStrategy)
    .output(strategyDetailSchema),
  create: procedure
    .route({ method: 'POST', path: '/strategies', tags: ['strategies'], summary: 'A new strategy' })
    .input(
      z.strictObject({
        /** That of the template, the folder or `Untitled` where none is given. */
        name: strategyNameSchema.exactOptional(),
        from: beginningSchema,
      }),
    )
    .output(strategyDetailSchema),
  /** Saves all files of the draft. A strategy that lives in a folder is written there too. */
  saveDraft: procedure
    .route({ method: 'PUT', path: '/strategies/{strategy}/draft', tags: ['strategies'], summary: 'Save the draft' })
    .input(z.strictObject({ strategy: strategyIdSchema, version, files: strategyFilesSchema }))
    .output(z.strictObject({ version: z.int(), isDirty: z.boolean(), savedAt: z.number() })),
  /** Makes a revision of the draft; a draft that equals the newest revision makes none and is refused. */
  commit: procedure
    .route({
      method: 'POST',
      path: '/strategies/{strategy}/revisions',
      tags: ['strategies'],
      summary: 'Make a revision of the draft',
    })
    .input(
      z.strictObject({
        strategy: strategyIdSchema,
        version,
        message: z.string().trim().min(1).max(2_000),
        /** The name of the computer's user where none is given. */
        author: z.string().trim().min(1).max(80).exactOptional(),
      }),
    )
    .output(strategyDetailSchema),
  revisions: procedure
    .route({
      method: 'GET',
      path: '/strategies/{strategy}/revisions',
      tags: ['strategies'],
      summary: 'Revisions of all branches, newest first',
    })
    .input(z.strictObject({ strategy: strategyIdSchema, ...pageShape }))
    .output(z.strictObject({ rows: z.array(revisionSchema), total: countSchema })),
  revision: procedure
    .route({
      method: 'GET',
      path: '/strategies/{strategy}/revisions/{revision}',
      tags: ['strategies'],
      summary: 'One revision with its files',
    })
    .input(z.strictObject({ strategy: strategyIdSchema, revision: revisionIdSchema }))
    .output(z.strictObject({ revision: revisionSchema, files: filesSchema })),
  /** The files that differ, in the order of their paths. */
  diff: procedure
    .route({
      method: 'GET',
      path: '/strategies/{strategy}/diff',
      tags: ['strategies'],
      summary: 'What differs between two versions',
    })
    .input(z.strictObject({ strategy: strategyIdSchema, before: sideSchema, after: sideSchema.default('draft') }))
    .output(z.strictObject({ files: z.array(fileChangeSchema) })),
  /** Makes the files of a revision the draft. A draft with changes is kept as a revision first. */
  restore: procedure
    .route({
      method: 'POST',
      path: '/strategies/{strategy}/restore',
      tags: ['strategies'],
      summary: 'Make a revision the draft',
    })
    .input(z.strictObject({ strategy: strategyIdSchema, version, revision: revisionIdSchema }))
    .output(strategyDetailSchema),
  /** Name, tags and archive; what isn't given stays. */
  update: procedure
    .route({
      method: 'PATCH',
      path: '/strategies/{strategy}',
      tags: ['strategies'],
      summary: 'Rename, tag, archive or take back from the archive',
    })
    .input(
      z.strictObject({
        strategy: strategyIdSchema,
        name: strategyNameSchema.exactOptional(),
        tags: z.array(strategyTagSchema).max(20).exactOptional(),
        isArchived: z.boolean().exactOptional(),
      }),
    )
    .output(strategyRowSchema),
  /** A copy of the draft, without history. */
  duplicate: procedure
    .route({
      method: 'POST',
      path: '/strategies/{strategy}/duplicate',
      tags: ['strategies'],
      summary: 'Copy a strategy',
    })
    .input(z.strictObject({ strategy: strategyIdSchema, name: strategyNameSchema.exactOptional() }))
    .output(strategyDetailSchema),
  /** Can be undone for a day. One that stored runs were made with is refused: it can be archived. */
  delete: procedure
    .route({ method: 'DELETE', path: '/strategies/{strategy}', tags: ['strategies'], summary: 'Delete a strategy' })
    .input(oneStrategy)
    .output(z.strictObject({})),
  undelete: procedure
    .route({
      method: 'POST',
      path: '/strategies/{strategy}/undelete',
      tags: ['strategies'],
      summary: 'Undo the deletion of a strategy',
    })
    .input(oneStrategy)
    .output(strategyDetailSchema),
  /** Begins a branch at a revision, at the newest one of the branch that is worked on by default, and works on it. */
  createBranch: procedure
    .route({ method: 'POST', path: '/strategies/{strategy}/branches', tags: ['strategies'], summary: 'Begin a branch' })
    .input(
      z.strictObject({ strategy: strategyIdSchema, name: branchNameSchema, from: revisionIdSchema.exactOptional() }),
    )
    .output(strategyDetailSchema),
  /** Works on another branch. Each has a draft of its own, so nothing is lost. */
  switchBranch: procedure
    .route({ method: 'POST', path: '/strategies/{strategy}/switch', tags: ['strategies'], summary: 'Work on a branch' })
    .input(z.strictObject({ strategy: strategyIdSchema, branch: branchNameSchema }))
    .output(strategyDetailSchema),
  /** Its revisions stay, and so do changes in its draft, as a revision. The one that is worked on is refused. */
  deleteBranch: procedure
    .route({
      method: 'DELETE',
      path: '/strategies/{strategy}/branches/{branch}',
      tags: ['strategies'],
      summary: 'Delete a branch',
    })
    .input(z.strictObject({ strategy: strategyIdSchema, branch: branchNameSchema }))
    .output(strategyDetailSchema),
  /** The files by themselves, and all of them in one text that can be run and imported like a file. */
  export: procedure
    .route({ method: 'GET', path: '/strategies/{strategy}/export', tags: ['strategies'], summary: 'Export a strategy' })
    .input(z.strictObject({ strategy: strategyIdSchema, revision: revisionIdSchema.exactOptional() }))
    .output(
      z.strictObject({
        /** Name for a file with `text`: `sma-cross.ts`. */
        file: z.string(),
        text: z.string(),
        /** With those of the shared library that it imports. */
        files: filesSchema,
      }),
    ),
  /** Lets a strategy live in a folder on the host's disk, where any editor may change it; null ends that. */
  setFolder: procedure
    .route({ method: 'PUT', path: '/strategies/{strategy}/folder', tags: ['strategies'], summary: 'Live in a folder' })
    .input(z.strictObject({ strategy: strategyIdSchema, path: z.string().min(1).max(4_000).nullable() }))
    .output(strategyDetailSchema),
  /** What is new about strategies, from now on. */
  watch: procedure
    .route({
      method: 'GET',
      path: '/strategy-events',
      tags: ['strategies'],
      summary: 'Strategies as they change, a stream of events',
    })
    .output(eventIterator(strategyEventSchema)),
  source: procedure
    .route({ method: 'POST', path: '/strategies/source', tags: ['strategies'], summary: 'The text of a strategy' })
    .input(reference)
    .output(z.strictObject({ file: z.string(), source: z.string(), sha256: z.string() })),
  describe: procedure
    .route({ method: 'POST', path: '/strategies/describe', tags: ['strategies'], summary: 'Name and parameters' })
    .input(reference)
    .output(z.strictObject({ name: z.string(), description: z.string(), params: z.array(paramSchema) })),
  /** Parameters as they are written, with places, also in a text that doesn't compile at the moment. */
  parameters: procedure
    .route({
      method: 'POST',
      path: '/strategies/parameters',
      tags: ['strategies'],
      summary: 'Where parameters stand in the text',
    })
    .input(reference)
    .output(z.strictObject({ params: z.array(writtenParamSchema) })),
  check: procedure
    .route({
      method: 'POST',
      path: '/strategies/check',
      tags: ['strategies'],
      summary: 'What is wrong with a strategy',
    })
    .input(reference)
    .output(z.strictObject({ problems: z.array(problemSchema) })),
};
