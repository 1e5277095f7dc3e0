import { availableParallelism } from 'node:os';
import { type Objective, SEARCH_METHODS, type SearchMethodName } from '#shared/contract/sweeps.ts';
import { METRIC_CATALOG, type MetricId } from '#shared/domain/metric-catalog.ts';
import { type Axis, CONSTRAINT_SIGNS, type Constraint } from '#shared/domain/search-space.ts';
import type { SearchTerms } from '../../sweeps/search-plan.ts';
import type { Arguments, Flag } from './command.ts';
import { badValue, wholeFlag } from './flag-values.ts';

/** How a sweep searches. */
export const SWEEP_FLAGS: Readonly<Record<string, Flag>> = {
  axis: { value: 'NAME=VALUES', help: 'values of a parameter: fast=2:40:2 or mode=slow,fast, see below', many: true },
  where: { value: 'CONDITION', help: 'what must hold between parameters: fast<slow', many: true },
  method: { value: 'METHOD', help: `${SEARCH_METHODS.join(', ')} (grid)` },
  budget: { value: 'N', help: 'runs to make (every place of a grid, otherwise 1000)' },
  metric: { value: 'METRIC', help: 'what is best: sharpe, or volatility:min for the least (sharpe)', many: true },
  'search-seed': { value: 'N', help: 'seed of the search (0)' },
};

export const SWEEP_NOTES =
  '--axis takes FROM:TO:STEP (both ends included), FROM:TO:logN (N values, each the same multiple of the one before) or a\n' +
  'list A,B,C. --where compares two searched parameters, or one and a number, by <, <=, >, >= or !=. The first --metric\n' +
  'ranks the table; genetic weighs up to three.';

/** @throws HindcastError `usage.flag-value` */
export function searchFlags(args: Arguments, more: readonly MetricId[]): SearchTerms {
  const budget = args.text('budget');
  const metrics = args.texts('metric').map(objectiveFlag);
  return {
    space: { axes: args.texts('axis').map(axisFlag), constraints: args.texts('where').map(whereFlag) },
    method: methodFlag(args.text('method') ?? 'grid'),
    ...(budget !== undefined && { budget: wholeFlag('budget', budget, 1, 'a whole number above 0') }),
    searchSeed: wholeFlag('search-seed', args.text('search-seed') ?? '0', 0, 'a whole number, 0 or more'),
    objectives: metrics.length > 0 ? metrics : [{ metric: 'sharpe', goal: 'maximum' }],
    metrics: [...more],
  };
}

/** Threads that a sweep works on: one for each core by default. */
export function threadsFlag(args: Arguments): number {
  const text = args.text('threads');
  return text === undefined ? availableParallelism() : wholeFlag('threads', text, 1, 'a whole number above 0');
}

/** `fast=2:40:2`, `fast=1:100:log9`, `mode=a,b`. */
export function axisFlag(text: string): Axis {
  const what = 'NAME=FROM:TO:STEP, NAME=FROM:TO:logN or NAME=A,B,C';
  const split = text.indexOf('=');
  if (split < 1) throw badValue('axis', text, what);
  const name = text.slice(0, split).trim();
  const values = text.slice(split + 1).trim();
  const parts = values.split(':').map((part) => part.trim());
  if (parts.length === 1) return { kind: 'values', name, values: values.split(',').map((value) => value.trim()) };
  const [min = Number.NaN, max = Number.NaN] = parts.slice(0, 2).map(numberOf);
  const [, , step = '1'] = parts;
  const count = /^log(\d+)$/.exec(step)?.[1];
  const distance = count === undefined ? numberOf(step) : Number(count);
  if (parts.length > 3 || [min, max, distance].some(Number.isNaN)) throw badValue('axis', text, what);
  if (count === undefined) return { kind: 'range', name, min, max, step: distance };
  return { kind: 'log', name, min, max, count: distance, whole: Number.isInteger(min) && Number.isInteger(max) };
}

/** `fast<slow`, `fast >= 5`. */
export function whereFlag(text: string): Constraint {
  const [, left = '', sign = '', right = ''] = /^\s*([^<>=!\s]+)\s*(<=|>=|!=|<|>)\s*([^<>=!\s]+)\s*$/.exec(text) ?? [];
  const known = CONSTRAINT_SIGNS.find((one) => one === sign);
  if (known === undefined) throw badValue('where', text, 'a comparison such as fast<slow or fast>=5');
  const number = numberOf(right);
  return { left, sign: known, right: Number.isNaN(number) ? right : number };
}

/** `sharpe`, `volatility:min`. */
export function objectiveFlag(text: string): Objective {
  const [name = '', goal = 'max'] = text.split(':');
  const metric = metricOf(name);
  if (metric === undefined || (goal !== 'max' && goal !== 'min')) {
    throw badValue('metric', text, `a metric such as sharpe or volatility:min; there is ${METRIC_IDS.join(', ')}`);
  }
  return { metric, goal: goal === 'max' ? 'maximum' : 'minimum' };
}

/** What the best result must reach. */
export interface Requirement {
  metric: MetricId;
  isMet: (value: number) => boolean;
  text: string;
}

/** `sharpe>1`, `maxDrawdown>=-0.2`. */
export function requireFlag(text: string): Requirement {
  const [, name = '', sign, bound = ''] = /^\s*(\w+)\s*(<=|>=|<|>)\s*(\S+)\s*$/.exec(text) ?? [];
  const metric = metricOf(name);
  const limit = numberOf(bound);
  if (metric === undefined || Number.isNaN(limit)) {
    throw badValue('require', text, 'a metric and a bound such as sharpe>1 or maxDrawdown>=-0.2');
  }
  const meets: Readonly<Record<string, (value: number) => boolean>> = {
    '<': (value) => value < limit,
    '<=': (value) => value <= limit,
    '>': (value) => value > limit,
    '>=': (value) => value >= limit,
  };
  return { metric, text: text.trim(), isMet: (value) => meets[sign ?? '']?.(value) === true };
}

const METRIC_IDS = Object.keys(METRIC_CATALOG) as MetricId[];

function metricOf(name: string): MetricId | undefined {
  return METRIC_IDS.find((id) => id === name);
}

function methodFlag(text: string): SearchMethodName {
  const known = SEARCH_METHODS.find((method) => method === text);
  if (known === undefined) throw badValue('method', text, SEARCH_METHODS.join(', '));
  return known;
}

function numberOf(text: string): number {
  return text === '' ? Number.NaN : Number(text);
}
