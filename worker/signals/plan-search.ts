import type { Expression } from './conditions/expression.ts';
import type { SignalPlan } from './plan.ts';
import type { ColumnSearch } from './search/column-search.ts';
import { Lookout } from './search/lookout.ts';
import { type Search, searchFor } from './search/search.ts';

/** Finds the bars on which a plan says something. */
export interface PlanSearch {
  entries: Lookout;
  exits: Lookout;
  shortEntries: Lookout;
  shortExits: Lookout;
}

/** Entries both ways on one bar contradict each other: neither counts. */
export function planSearch(plan: SignalPlan, columns: ColumnSearch, rows: number): PlanSearch {
  const { entries, exits, shortEntries, shortExits } = plan;
  const lookout = (expression: Expression | null) =>
    new Lookout(expression === null ? neverTrue(rows) : searchFor(expression, columns, rows), true);
  return {
    entries: lookout(without(entries, shortEntries)),
    exits: lookout(exits),
    shortEntries: lookout(without(shortEntries, entries)),
    shortExits: lookout(shortExits),
  };
}

/** The first row on which every series in the plan's conditions has a value. */
export function readyRow({ entries, exits, shortEntries, shortExits }: PlanSearch): number {
  return Math.max(entries.readyRow, exits.readyRow, shortEntries.readyRow, shortExits.readyRow);
}

function without(one: Expression | null, other: Expression | null): Expression | null {
  return one === null || other === null ? one : { kind: 'and', left: one, right: { kind: 'not', of: other } };
}

function neverTrue(rows: number): Search {
  return { readyRow: 0, next: (from, value) => (value ? rows : from) };
}
