import { setImmediate as breathe } from 'node:timers/promises';
import type { z } from 'zod';
import { MOST_RUNS, type searchTermsSchema } from '#shared/contract/sweeps.ts';
import type { ParamValue } from '#shared/domain/manifest.ts';
import { type Axis, Levels, type SearchSpace } from '#shared/domain/search-space.ts';
import type { ParamDeclarations } from '#shared/strategy-api/params.ts';
import { resolveParams } from '#worker/strategy/params.ts';
import { emptySpace, endlessSpace, fixedAndSearched, tooManyObjectives, tooManyRuns } from './sweep-errors.ts';
import type { PlannedSearch } from './sweep-record.ts';

export type SearchTerms = z.output<typeof searchTermsSchema>;

/** A search whose space was checked against what the strategy declares. */
export interface SearchPlan {
  search: PlannedSearch;
  levels: Levels;
  /** Values of all parameters, those that aren't searched as asked for. */
  params: Record<string, ParamValue>;
  /** Places that the constraints leave; of a space beyond a million places, its size without them. */
  places: number;
  isExact: boolean;
}

/** Of spaces that no budget is given for. */
const USUAL_BUDGET = 1_000;
/** Spaces up to here are counted place by place. */
const MOST_COUNTED = 1_000_000;
/** Places counted between two looks at what else there is to do. */
const COUNTED_AT_ONCE = 10_000;

/**
 * Checks a search, and says how many runs it takes.
 * @param fixed values of parameters that aren't searched
 * @throws HindcastError `usage.*` for parameters that aren't declared, values that don't fit, and budgets too large
 */
export async function planSearch(
  { space, method, budget, searchSeed, objectives, metrics }: SearchTerms,
  declared: ParamDeclarations,
  fixed: Readonly<Record<string, ParamValue>>,
): Promise<SearchPlan> {
  if (method === 'tpe' && objectives.length > 1) throw tooManyObjectives(method);
  const twice = space.axes.find(({ name }) => Object.hasOwn(fixed, name));
  if (twice !== undefined) throw fixedAndSearched(twice.name);
  const params = resolveParams(declared, fixed);
  const settled = settledSpace(space, declared, fixed);
  const levels = new Levels(settled);
  if (!Number.isSafeInteger(levels.size)) throw endlessSpace();
  const { places, isExact } = await countPlaces(levels, space.constraints.length > 0);
  if (places === 0) throw emptySpace();
  // Constraints might leave nothing of what it would look through.
  if (method === 'grid' && !isExact) throw tooManyRuns(method, places, MOST_RUNS.grid);
  const wanted = budget ?? (method === 'grid' ? places : USUAL_BUDGET);
  const runs = Math.min(wanted, places);
  if (runs > MOST_RUNS[method]) throw tooManyRuns(method, runs, MOST_RUNS[method]);
  const kept = new Set([...metrics, ...objectives.map(({ metric }) => metric), 'sharpe' as const]);
  return {
    search: { space: settled, method, budget: runs, searchSeed, objectives, metrics: [...kept] },
    levels,
    params,
    places,
    isExact,
  };
}

/** The space with values as the strategy declares them: texts are read as what they are for. */
function settledSpace(
  { axes, constraints }: SearchSpace,
  declared: ParamDeclarations,
  fixed: Readonly<Record<string, ParamValue>>,
): SearchSpace {
  const settle = (name: string, value: ParamValue) =>
    resolveParams(declared, { ...fixed, [name]: value })[name] as ParamValue;
  return {
    constraints,
    axes: axes.map((axis): Axis => {
      const { values } = new Levels({ axes: [axis], constraints: [] });
      const settled = (values[0] ?? []).map((value) => settle(axis.name, value));
      return axis.kind === 'values' ? { ...axis, values: settled } : axis;
    }),
  };
}

/** As `Levels.count`, without keeping anybody waiting. */
async function countPlaces(levels: Levels, isConstrained: boolean): Promise<{ places: number; isExact: boolean }> {
  const { size } = levels;
  if (!isConstrained) return { places: size, isExact: true };
  if (size > MOST_COUNTED) return { places: size, isExact: false };
  let places = 0;
  for (let index = 0; index < size; index++) {
    if (index % COUNTED_AT_ONCE === 0) await breathe();
    if (levels.allows(levels.placeOf(index))) places++;
  }
  return { places, isExact: true };
}
