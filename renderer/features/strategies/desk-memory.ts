import { z } from 'zod';
import { seriesIdSchema } from '#shared/contract/base.ts';
import { strategyIdSchema } from '#shared/contract/strategy.ts';
import { paramValueSchema } from '#shared/domain/manifest.ts';

/** Where it is kept among the layouts of the settings. */
export const MEMORY_KEY = 'strategies.desk';

const runChoiceSchema = z.strictObject({
  /** The first one is the main series; none: the first one that there is. */
  series: z.array(seriesIdSchema).max(200),
  from: z.string().max(20),
  to: z.string().max(20),
});
/** What a strategy is run on; days as `2010-05-31`, empty from the first bar and to the last one. */
export type RunChoice = z.infer<typeof runChoiceSchema>;

export const NO_CHOICE: RunChoice = { series: [], from: '', to: '' };

const memorySchema = z.strictObject({
  version: z.literal(1),
  /** Strategies that have a tab, in the order of the tabs. */
  open: z.array(strategyIdSchema).max(100),
  /** The one that is shown where the address names none. */
  current: strategyIdSchema.nullable(),
  choices: z.record(strategyIdSchema, runChoiceSchema),
  /** Values that differ from those in the text. */
  params: z.record(strategyIdSchema, z.record(z.string(), paramValueSchema)),
  /** Height of the list of problems, px at a text scale of 1. */
  problemsHeight: z.number().min(60).max(600),
});
type Stored = z.infer<typeof memorySchema>;

/** What the workspace knows again after a restart. */
export type DeskMemory = Omit<Stored, 'version'>;

export const EMPTY_MEMORY: DeskMemory = {
  open: [],
  current: null,
  choices: {},
  params: {},
  problemsHeight: 140,
};

/** The memory as it was kept; an empty one where there is none, or none that this version can read. */
export function recalled(kept: string | undefined): DeskMemory {
  const read = memorySchema.safeParse(parsed(kept));
  if (!read.success) return EMPTY_MEMORY;
  const { version: _, ...memory } = read.data;
  return memory;
}

/** The memory as it is kept: of strategies that have no tab any more nothing is. */
export function kept({ open, current, choices, params, problemsHeight }: DeskMemory): string {
  const ofOpen = <T>(byStrategy: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(byStrategy).filter(([id]) => open.includes(id)));
  const stored: Stored = {
    version: 1,
    open,
    current,
    choices: ofOpen(choices),
    params: ofOpen(params),
    problemsHeight,
  };
  return JSON.stringify(stored);
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
