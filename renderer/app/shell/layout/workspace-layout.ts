import { z } from 'zod';
import { dockTreeSchema } from '../../../ui/dock/dock-tree.ts';

/** Panels at the edges of a workspace. */
export const SIDES = ['side', 'inspector'] as const;
export type Side = (typeof SIDES)[number];

const VERSION = 1;

const layoutSchema = z.strictObject({
  /** Widths, px at a text scale of 1. */
  widths: z.strictObject({ side: z.number().min(100).max(2_000), inspector: z.number().min(100).max(2_000) }),
  /** Where the other panels are docked: `standard` for as the workspace has them by itself, `closed` for nowhere. */
  dock: z.union([z.literal('standard'), z.literal('closed'), dockTreeSchema]),
});

/** How a person has arranged a workspace. */
export type WorkspaceLayout = z.output<typeof layoutSchema>;

export const STANDARD_LAYOUT: WorkspaceLayout = { widths: { side: 248, inspector: 300 }, dock: 'standard' };

const writtenSchema = layoutSchema.extend({ version: z.literal(VERSION) });

/** A layout as it is stored. */
export function writeLayout(layout: WorkspaceLayout): string {
  return JSON.stringify({ version: VERSION, ...layout });
}

/** A layout that was stored; the standard one where there is none, or none that this version of the window knows. */
export function readLayout(written: string | undefined): WorkspaceLayout {
  if (written === undefined) return STANDARD_LAYOUT;
  const read = writtenSchema.safeParse(json(written));
  if (!read.success) return STANDARD_LAYOUT;
  const { widths, dock } = read.data;
  return { widths, dock };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
