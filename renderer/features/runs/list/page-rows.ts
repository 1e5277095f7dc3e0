import type { RunRow } from '#shared/contract/run.ts';

/** A part of the list, as the host answers. */
export interface RunPage {
  rows: RunRow[];
  /** Of all pages. */
  total: number;
}

/** Rows of a page. */
export const PAGE = 200;

/** Where the page after these begins; undefined after the last one. */
export function nextOffset({ total }: RunPage, pages: readonly unknown[]): number | undefined {
  const next = pages.length * PAGE;
  return next < total ? next : undefined;
}

/** The runs of all pages, each once: a run that came between two answers pushes one over to the next page. */
export function runsOf(pages: readonly RunPage[]): RunRow[] {
  const byId = new Map<string, RunRow>();
  for (const { rows } of pages) for (const run of rows) if (!byId.has(run.id)) byId.set(run.id, run);
  return [...byId.values()];
}
