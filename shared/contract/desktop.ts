import type { ContractRouterClient } from '@orpc/contract';
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { procedure } from './base.ts';

/** A command of the window as the native menu shows it. */
export const menuCommandSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-zA-Z0-9]+([.-][a-zA-Z0-9]+)*$/)
    .max(80),
  title: z.string().min(1).max(80),
  group: z.enum(['File', 'Edit', 'Run', 'View', 'Go', 'Help']),
  /** Its key in the window's keymap, null where it has none. */
  key: z.string().max(40).nullable(),
});
export type MenuCommand = z.infer<typeof menuCommandSchema>;

/** What the window and its desktop host say to each other beside the contract. No other host has it. */
export const desktop = {
  /** Shows these commands in the native menu, and tells which of them are chosen there. */
  menu: procedure
    .input(z.strictObject({ commands: z.array(menuCommandSchema).max(500) }))
    .output(eventIterator(z.strictObject({ id: z.string() }))),
  /** Has a person choose a folder in the system's dialog; null where none was chosen. */
  chooseFolder: procedure.output(z.strictObject({ folder: z.string().nullable() })),
  /** Paths of the window that links from outside lead to, such as `/run/0af3`; those that wait come first. */
  links: procedure.output(eventIterator(z.strictObject({ path: z.string() }))),
};
export type DesktopClient = ContractRouterClient<typeof desktop>;
