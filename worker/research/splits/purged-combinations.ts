import type { Span } from './walk-forward.ts';

/** One split: what may be learned from, and what is looked at. */
export interface CombinationSplit {
  /** The groups that are looked at, in order. */
  readonly tested: readonly number[];
  readonly training: readonly Span[];
  readonly testing: readonly Span[];
}

export interface Combinations {
  readonly splits: readonly CombinationSplit[];
  /** Whole histories that never saw themselves: for each, the split that tests each group. */
  readonly paths: readonly (readonly number[])[];
}

export interface CombinationTerms {
  /** N, into which history is cut. */
  readonly groups: number;
  /** k, looked at in each split. */
  readonly tested: number;
  /** Periods left out of training before each tested span: what is learned there reaches into it. */
  readonly purge: number;
  /** Periods left out of training after each tested span: what hangs together in time leaks back. */
  readonly embargo: number;
}

/**
 * Combinatorial purged cross-validation: every choice of k of N groups is tested with what the others taught, and
 * the tested pieces make k/N · C(N, k) whole paths. 6 groups by 2 make 15 splits and 5 paths, 10 by 2 make 45 and 9.
 *
 * @throws RangeError unless 0 < k < N, and each group has a period or more
 * Source: López de Prado (2018), Advances in Financial Machine Learning, ch. 12.
 */
export function purgedCombinations(
  periods: number,
  { groups, tested, purge, embargo }: CombinationTerms,
): Combinations {
  if (!(tested >= 1 && tested < groups)) throw new RangeError(`of ${groups} groups, ${tested} can’t be tested`);
  if (periods < groups) throw new RangeError(`${periods} periods don't make ${groups} groups`);
  const spans = Array.from({ length: groups }, (_, group) => ({
    from: Math.round((group * periods) / groups),
    to: Math.round(((group + 1) * periods) / groups),
  }));
  const splits = combinations(groups, tested).map((chosen) => {
    const testing = joined(chosen.map((group) => spans[group] as Span));
    return { tested: chosen, testing, training: outside(testing, periods, purge, embargo) };
  });
  const paths: number[][] = [];
  for (let group = 0; group < groups; group++) {
    const testers = [...splits.keys()].filter((split) => splits[split]?.tested.includes(group));
    testers.forEach((split, path) => {
      paths[path] ??= [];
      paths[path].push(split);
    });
  }
  return { splits, paths };
}

function combinations(from: number, count: number, first = 0): number[][] {
  if (count === 0) return [[]];
  const found: number[][] = [];
  for (let one = first; one <= from - count; one++) {
    for (const rest of combinations(from, count - 1, one + 1)) found.push([one, ...rest]);
  }
  return found;
}

/** Neighbours as one. */
function joined(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const span of spans) {
    const last = found.at(-1);
    if (last?.to === span.from) found[found.length - 1] = { from: last.from, to: span.to };
    else found.push(span);
  }
  return found;
}

function outside(testing: readonly Span[], periods: number, purge: number, embargo: number): Span[] {
  const found: Span[] = [];
  let from = 0;
  for (const span of testing) {
    found.push({ from, to: span.from - purge });
    from = span.to + embargo;
  }
  found.push({ from, to: periods });
  return found.filter((span) => span.to > span.from);
}
