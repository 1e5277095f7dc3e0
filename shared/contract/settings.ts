import { z } from 'zod';
import { procedure } from './base.ts';

/** Everything that a person can set. A field that was never set has its default. */
export const settingsSchema = z.strictObject({
  theme: z.enum(['system', 'dark', 'light']).default('system'),
  density: z.enum(['compact', 'default', 'comfortable']).default('default'),
  /** Colours of up and down. */
  palette: z.enum(['colour-blind-safe', 'green-red', 'red-green', 'monochrome']).default('colour-blind-safe'),
  hollowUp: z.boolean().default(false),
  /** Size of all text, in percent. */
  textScale: z.int().min(90).max(150).default(100),
  motion: z.enum(['system', 'reduced']).default('system'),
  /** Keys that differ from the defaults, by command; null takes the key from a command. */
  keymap: z.record(z.string().max(80), z.string().max(40).nullable()).default({}),
  /** Layouts by workspace, as the window wrote them. */
  layouts: z.record(z.string().max(80), z.string().max(65_536)).default({}),
  /** Threads for runs from the next start on; null = one for each core. */
  workers: z.int().min(1).max(256).nullable().default(null),
  /** Limits of one run, from the next start on. */
  timeLimitSeconds: z.number().min(1).max(86_400).default(60),
  memoryLimitMegabytes: z.int().min(16).max(65_536).default(1_024),
  notifyWhenJobsEnd: z.boolean().default(true),
  /** Version of the disclosure about hypothetical results that was accepted; 0 = none. */
  disclosureAccepted: z.int().min(0).max(10_000).default(0),
  /** Coach marks that were seen or skipped, by id with version. */
  seenCoachMarks: z.array(z.string().max(80)).max(100).default([]),
});
export type Settings = z.output<typeof settingsSchema>;

/** Some settings; records and lists are replaced whole. */
export const settingsChangeSchema = z.strictObject(
  Object.fromEntries(
    Object.entries(settingsSchema.shape).map(([name, field]) => [name, field.unwrap().exactOptional()]),
  ) as unknown as { [K in keyof Settings]: z.ZodExactOptional<(typeof settingsSchema.shape)[K]['def']['innerType']> },
);
export type SettingsChange = z.output<typeof settingsChangeSchema>;

export const settings = {
  get: procedure
    .route({ method: 'GET', path: '/settings', tags: ['settings'], summary: 'All settings' })
    .output(settingsSchema),
  set: procedure
    .route({ method: 'PATCH', path: '/settings', tags: ['settings'], summary: 'Change some settings' })
    .input(settingsChangeSchema)
    .output(settingsSchema),
};
