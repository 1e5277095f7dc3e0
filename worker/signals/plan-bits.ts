import type { BarIndex } from '#shared/domain/units.ts';
import type { Bits } from './bits/bits.ts';
import type { Evaluator } from './bits/evaluator.ts';
import type { Expression } from './conditions/expression.ts';
import type { SignalPlan } from './plan.ts';

/** A plan worked out for every bar; valid until the evaluator begins another. */
export interface PlanBits {
  entries: Bits;
  exits: Bits;
  shortEntries: Bits;
  shortExits: Bits;
  /** The first bar on which every series in the plan has a value; the number of bars when there is none. */
  readyBar: BarIndex;
}

/** Entries both ways on one bar contradict each other: neither counts. */
export function planBits(plan: SignalPlan, evaluator: Evaluator): PlanBits {
  evaluator.beginPlan();
  const { entries, exits, shortEntries, shortExits } = plan;
  if (entries !== null) evaluator.compare(entries);
  if (exits !== null) evaluator.compare(exits);
  if (shortEntries !== null) evaluator.compare(shortEntries);
  if (shortExits !== null) evaluator.compare(shortExits);
  const bitsOf = (expression: Expression | null) =>
    expression === null ? evaluator.none : evaluator.bitsOf(expression);
  return {
    entries: bitsOf(without(entries, shortEntries)),
    exits: bitsOf(exits),
    shortEntries: bitsOf(without(shortEntries, entries)),
    shortExits: bitsOf(shortExits),
    readyBar: evaluator.readyRow,
  };
}

function without(one: Expression | null, other: Expression | null): Expression | null {
  return one === null || other === null ? one : { kind: 'and', left: one, right: { kind: 'not', of: other } };
}
