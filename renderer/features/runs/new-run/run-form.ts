import { type RunTerms, runTermsSchema } from '#shared/contract/run.ts';
import { type AccountSpec, accountSchema } from '#shared/domain/account.ts';
import type { ParamValue, SemanticsId } from '#shared/domain/manifest.ts';
import type { Ms } from '#shared/domain/units.ts';
import type { NewRun } from '../workspace-slice.ts';
import { type CostsChoice, costProblems, costsSpec } from './cost-models.ts';
import { SHARES } from './cost-presets.ts';

/** What the dialog for a new run holds, as it was typed and chosen. */
export interface RunForm {
  /** An id of the library; null: none is chosen yet. */
  strategy: string | null;
  /** The first one is the main series. */
  series: readonly string[];
  /** First and last day, `2010-05-31`; empty: from the first bar, to the last one. */
  from: string;
  to: string;
  cash: number | null;
  costs: CostsChoice;
  semantics: SemanticsId;
  /** What may be held for each unit of equity. */
  leverage: number | null;
  /** Where market orders fill: at the next open, or at the close that sends them. */
  timing: AccountSpec['timing'];
  /** Of what chance decides. */
  seed: number | null;
  /** By the strategy's id: trying another one and coming back keeps them. */
  params: Readonly<Record<string, Readonly<Record<string, ParamValue>>>>;
}

export type FormField = 'strategy' | 'series' | 'from' | 'to' | 'cash' | 'leverage' | 'seed' | keyof CostsChoice;
export type FormProblems = Partial<Record<FormField, string>>;

export const EMPTY_FORM: RunForm = {
  strategy: null,
  series: [],
  from: '',
  to: '',
  cash: 100_000,
  costs: SHARES.costs,
  semantics: 'hindcast-1',
  leverage: 1,
  timing: 'open',
  seed: 0,
  params: {},
};

const DAY: Ms = 86_400_000;
const MOST_CASH = 1e15;
export const MOST_LEVERAGE = 1_000;

/** What is wrong with a form, by field; nothing where it can be run. */
export function formProblems(form: RunForm): FormProblems {
  const problems: FormProblems = {};
  const [from, to] = [dayOf(form.from), dayOf(form.to)];
  if (form.strategy === null) problems.strategy = 'Choose a strategy.';
  if (form.series.length === 0) problems.series = 'Choose at least one series.';
  if (from === 'wrong') problems.from = WRONG_DAY;
  if (to === 'wrong') problems.to = WRONG_DAY;
  if (typeof from === 'number' && typeof to === 'number' && from > to) {
    problems.to = 'The last day is before the first one.';
  }
  if (form.cash === null || form.cash <= 0) problems.cash = 'Begin with more than nothing.';
  else if (form.cash > MOST_CASH) problems.cash = 'That is more than there is.';
  if (!accountSchema.shape.leverage.safeParse(form.leverage).success) {
    problems.leverage = `It is 1 to ${MOST_LEVERAGE.toLocaleString('en')}.`;
  }
  if (!runTermsSchema.shape.seed.safeParse(form.seed).success) problems.seed = 'It is a whole number, 0 or more.';
  return { ...problems, ...costProblems(form.costs) };
}

/** What to ask the host for; null while something is wrong with the form. */
export function termsOfForm(form: RunForm): RunTerms | null {
  const { strategy, series, cash, leverage, timing, seed } = form;
  if (strategy === null || cash === null || leverage === null || seed === null) return null;
  if (Object.keys(formProblems(form)).length > 0) return null;
  const [from, to] = [dayOf(form.from), dayOf(form.to)];
  return {
    strategy: { kind: 'library', id: strategy },
    params: form.params[strategy] ?? {},
    series: [...series],
    ...(typeof from === 'number' && { from }),
    // The whole of the last day.
    ...(typeof to === 'number' && { to: to + DAY - 1 }),
    cash,
    costs: costsSpec(form.costs),
    account: { leverage, timing },
    semantics: form.semantics,
    seed,
  };
}

/** The form without what is no longer there. */
export function withKnown(form: RunForm, strategies: readonly string[], series: readonly string[]): RunForm {
  return {
    ...form,
    strategy: form.strategy !== null && strategies.includes(form.strategy) ? form.strategy : null,
    series: form.series.filter((id) => series.includes(id)),
  };
}

/** The form that a dialog begins with: of what is there, the first one where none is chosen yet. */
export function withDefaults(form: RunForm, strategies: readonly string[], series: readonly string[]): RunForm {
  const known = withKnown(form, strategies, series);
  return {
    ...known,
    strategy: known.strategy ?? strategies[0] ?? null,
    series: known.series.length > 0 ? known.series : series.slice(0, 1),
  };
}

/** The form with another strategy or other series; days are those of the series, and go with them. */
export function prefilled(form: RunForm, { strategy, series }: NewRun): RunForm {
  return {
    ...form,
    ...(strategy !== undefined && { strategy }),
    ...(series !== undefined && { series, from: '', to: '' }),
  };
}

const WRONG_DAY = 'Write a day as 2010-05-31, or leave it empty.';

/** Midnight UTC of a typed day; null where nothing was typed. */
function dayOf(text: string): Ms | 'wrong' | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(trimmed) ? Date.parse(`${trimmed}T00:00:00Z`) : Number.NaN;
  // Date.parse takes 31 June for 1 July.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(trimmed) ? time : 'wrong';
}
