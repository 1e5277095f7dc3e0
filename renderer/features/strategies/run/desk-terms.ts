import type { RunTerms } from '#shared/contract/run.ts';
import type { StrategyParam, WrittenParam } from '#shared/contract/strategies.ts';
import type { ParamValue } from '#shared/domain/manifest.ts';
import { changedParams } from '../../runs/inspector/param-slider.ts';
import { formProblems, type RunForm, termsOfForm } from '../../runs/new-run/run-form.ts';
import type { RunChoice } from '../desk-memory.ts';
import type { Files } from '../draft/draft-session.ts';

/** A form always names a strategy of the library; what is run here is a text. */
const A_TEXT = 'text';

/** A choice without what is no longer there; where none is left, the series of the last new run, or the first one. */
export function withKnownSeries(choice: RunChoice, known: readonly string[], last: RunForm): RunChoice {
  const series = [choice.series, last.series, known.slice(0, 1)]
    .map((ids) => ids.filter((id) => known.includes(id)))
    .find((ids) => ids.length > 0);
  return { ...choice, series: series ?? [] };
}

/** What is wrong with the days of a choice; null where nothing is. */
export function choiceProblem(choice: RunChoice, last: RunForm): string | null {
  const { series, from, to } = formProblems(formOf(choice, last));
  return series ?? from ?? to ?? null;
}

/**
 * What to ask for to run the files of a strategy as they stand.
 *
 * @param params values of the sliders; those that are as in the text are left out
 * @param last what a new run was last started with: money, costs and rules of fills are taken from there
 * @returns null where the choice can't be run
 */
export function deskTerms(
  strategy: string,
  files: Files,
  choice: RunChoice,
  declared: readonly StrategyParam[],
  params: Readonly<Record<string, ParamValue>>,
  last: RunForm,
): RunTerms | null {
  const terms = termsOfForm(formOf(choice, last));
  if (terms === null) return null;
  return {
    ...terms,
    strategy: { kind: 'files', strategy, files: { ...files } },
    params: changedParams(declared, params),
  };
}

const formOf = ({ series, from, to }: RunChoice, last: RunForm): RunForm => ({
  ...last,
  strategy: A_TEXT,
  series,
  from,
  to,
});

/** The parameters that can be moved: those whose value is written as a literal. */
export function declaredParams(written: readonly WrittenParam[]): StrategyParam[] {
  return written.flatMap((param): StrategyParam[] => {
    const { name, kind, default: value, min, max, step, label, options } = param;
    const head = { name, ...(label !== null && { label }) };
    if (kind === 'bool') return typeof value === 'boolean' ? [{ ...head, kind, default: value }] : [];
    if (kind === 'choice') {
      return typeof value === 'string' && options !== null ? [{ ...head, kind, default: value, options }] : [];
    }
    if (typeof value !== 'number') return [];
    const bounds = { ...(min !== null && { min }), ...(max !== null && { max }), ...(step !== null && { step }) };
    return [{ ...head, kind, default: value, ...bounds }];
  });
}

/** A value as it is written in a text, with the quotes that stand there now. */
export function literalOf(value: ParamValue, before: string): string {
  if (typeof value !== 'string') return String(value);
  const quote = before.startsWith('"') ? '"' : "'";
  return `${quote}${value.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)}${quote}`;
}
