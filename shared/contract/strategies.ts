import { z } from 'zod';
import { procedure } from './base.ts';

/** The longest source of a strategy, in characters. */
export const LONGEST_SOURCE = 200_000;

/** Which strategy: one of the library, that of a stored run, or a text. */
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
  owner: z.enum(['syntax', 'types', 'load']),
  line: z.int().nullable(),
  column: z.int().nullable(),
  code: z.string(),
  message: z.string(),
  hint: z.string().exactOptional(),
});
export type StrategyProblem = z.infer<typeof problemSchema>;

const reference = z.strictObject({ strategy: strategyRefSchema });

export const strategies = {
  list: procedure
    .route({ method: 'GET', path: '/strategies', tags: ['strategies'], summary: 'The library: examples that ship' })
    .output(
      z.array(
        z.strictObject({
          id: z.string(),
          name: z.string(),
          description: z.string(),
          file: z.string(),
          kind: z.enum(['example']),
        }),
      ),
    ),
  source: procedure
    .route({ method: 'POST', path: '/strategies/source', tags: ['strategies'], summary: 'The text of a strategy' })
    .input(reference)
    .output(z.strictObject({ file: z.string(), source: z.string(), sha256: z.string() })),
  describe: procedure
    .route({ method: 'POST', path: '/strategies/describe', tags: ['strategies'], summary: 'Name and parameters' })
    .input(reference)
    .output(z.strictObject({ name: z.string(), description: z.string(), params: z.array(paramSchema) })),
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
