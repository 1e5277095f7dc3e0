import type { StrategyParam } from '#shared/contract/strategies.ts';
import { MOST_RUNS, type Objective, type SearchMethodName, type SweepTerms } from '#shared/contract/sweeps.ts';
import { HindcastError } from '#shared/domain/errors.ts';
import type { ParamValue } from '#shared/domain/manifest.ts';
import type { MetricId } from '#shared/domain/metric-catalog.ts';
import { type Axis, Levels } from '#shared/domain/search-space.ts';
import { conditionsIn } from './conditions.ts';

type NumberParam = Extract<StrategyParam, { kind: 'int' | 'number' }>;

/** One parameter as the form has it; a field that is empty is null. */
export interface AxisForm {
  name: string;
  isWhole: boolean;
  isSearched: boolean;
  spread: 'step' | 'log';
  from: number | null;
  to: number | null;
  step: number | null;
  /** Values of a logarithmic spread. */
  count: number | null;
}

/** A new sweep as it is filled in. */
export interface SweepForm {
  axes: readonly AxisForm[];
  conditions: string;
  method: SearchMethodName;
  budget: number | null;
  metric: MetricId;
  goal: Objective['goal'];
}

export type SearchTerms = Pick<SweepTerms, 'space' | 'method' | 'budget' | 'objectives'>;

/** What is wrong, by the field where it is put right. */
export interface FormProblems {
  /** By parameter. */
  axes: Readonly<Record<string, string>>;
  conditions?: string;
  budget?: string;
  /** Of the form as a whole. */
  form?: string;
}

/** Values along an axis that nobody has set up. */
const USUAL_VALUES = 8;
/** Axes that are searched where nobody chose: as many as a map has. */
const USUAL_AXES = 2;

/** A form that searches the first two numbers of a strategy around the values of a run. */
export function formAround(params: readonly StrategyParam[], values: Readonly<Record<string, ParamValue>>): SweepForm {
  const numbers = params.filter((param): param is NumberParam => param.kind === 'int' || param.kind === 'number');
  return {
    axes: numbers.map((param, place) => axisAround(param, values[param.name], place < USUAL_AXES)),
    conditions: '',
    method: 'grid',
    budget: 1_000,
    metric: 'sharpe',
    goal: 'maximum',
  };
}

/** From about half to about twice a value, within the declared bounds and on whole steps of the declared one. */
function axisAround(param: NumberParam, run: ParamValue | undefined, isSearched: boolean): AxisForm {
  const value = typeof run === 'number' ? run : param.default;
  const isWhole = param.kind === 'int';
  const reach = Math.max(Math.abs(value), param.step ?? (isWhole ? 1 : 0.1));
  const least = Math.max(value - reach / 2, param.min ?? Number.NEGATIVE_INFINITY);
  const most = Math.min(value + reach, param.max ?? Number.POSITIVE_INFINITY);
  const unit = param.step ?? (isWhole ? 1 : oneOrTwoOrFive((most - least) / USUAL_VALUES));
  const step = rounded(unit * Math.max(1, Math.round((most - least) / unit / (USUAL_VALUES - 1))));
  const from = rounded(Math.max(param.min ?? Number.NEGATIVE_INFINITY, Math.round(least / unit) * unit));
  return { name: param.name, isWhole, isSearched, spread: 'step', from, to: rounded(most), step, count: USUAL_VALUES };
}

/** What to search for; null while something is wrong. */
export function searchOf(form: SweepForm): SearchTerms | null {
  const conditions = conditionsIn(form.conditions);
  const problems = problemsOf(form, []);
  if (conditions === null || hasProblems(problems)) return null;
  return {
    space: { axes: axesOf(form), constraints: conditions },
    method: form.method,
    ...(form.method !== 'grid' && form.budget !== null && { budget: form.budget }),
    objectives: [{ metric: form.metric, goal: form.goal }],
  };
}

/** Everything that is wrong with a form. @param params as the strategy declares them: their bounds hold */
export function problemsOf(form: SweepForm, params: readonly StrategyParam[]): FormProblems {
  const axes: Record<string, string> = {};
  for (const axis of form.axes.filter(({ isSearched }) => isSearched)) {
    const problem = axisProblem(
      axis,
      params.find(({ name }) => name === axis.name),
    );
    if (problem !== null) axes[axis.name] = problem;
  }
  const isSearched = form.axes.some((axis) => axis.isSearched);
  const conditions = Object.keys(axes).length === 0 && isSearched ? conditionsProblem(form) : null;
  const most = MOST_RUNS[form.method];
  const { budget } = form;
  const isWithin = budget !== null && Number.isInteger(budget) && budget >= 1 && budget <= most;
  return {
    axes,
    ...(!isSearched && { form: 'Choose at least one parameter to search.' }),
    ...(conditions !== null && { conditions }),
    ...(form.method !== 'grid' && !isWithin && { budget: `1 to ${most.toLocaleString('en-US')} runs.` }),
  };
}

export function hasProblems({ axes, conditions, budget, form }: FormProblems): boolean {
  return Object.keys(axes).length > 0 || (conditions ?? budget ?? form) !== undefined;
}

function axisProblem(axis: AxisForm, param: StrategyParam | undefined): string | null {
  const { from, to } = axis;
  const distance = axis.spread === 'step' ? axis.step : axis.count;
  if (from === null || to === null || distance === null) return 'Fill in all three numbers.';
  if (param?.kind === 'int' || param?.kind === 'number') {
    const { min, max } = param;
    if (min !== undefined && from < min) return `The strategy takes no value below ${min}.`;
    if (max !== undefined && to > max) return `The strategy takes no value above ${max}.`;
  }
  if (axis.isWhole && ![from, to, distance].every(Number.isInteger)) return 'Only whole numbers are taken.';
  return said(() => new Levels({ axes: [axisOf(axis)], constraints: [] }));
}

function conditionsProblem(form: SweepForm): string | null {
  const constraints = conditionsIn(form.conditions);
  if (constraints === null) return 'Write them as fast < slow, slow >= 20.';
  return said(() => new Levels({ axes: axesOf(form), constraints }));
}

/** What an error says to people; null where there is none. */
function said(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof HindcastError) return error.message;
    throw error;
  }
}

const axesOf = ({ axes }: SweepForm): Axis[] => axes.filter(({ isSearched }) => isSearched).map(axisOf);

function axisOf({ name, isWhole, spread, from, to, step, count }: AxisForm): Axis {
  const ends = { name, min: from ?? Number.NaN, max: to ?? Number.NaN };
  return spread === 'step'
    ? { kind: 'range', ...ends, step: step ?? Number.NaN }
    : { kind: 'log', ...ends, count: count ?? 0, whole: isWhole };
}

/** 1, 2 or 5 times a power of ten, at or below. */
function oneOrTwoOrFive(value: number): number {
  const exponent = Math.floor(Math.log10(value));
  const digit = [5, 2, 1].find((one) => one * 10 ** exponent <= value) ?? 1;
  return Number(`${digit}e${exponent}`);
}

const rounded = (value: number) => Number(value.toPrecision(12));
