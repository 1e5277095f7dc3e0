import { z } from 'zod';
import { paramValueSchema, SEMANTICS } from '#shared/domain/manifest.ts';
import { EMPTY_FORM, type RunForm } from './run-form.ts';

const KEY = 'hindcast.new-run';

const costChoiceSchema = z.strictObject({ model: z.string(), amounts: z.array(z.number().nullable()).max(10) });
const formSchema = z.strictObject({
  strategy: z.string().nullable(),
  series: z.array(z.string()),
  from: z.string(),
  to: z.string(),
  cash: z.number().nullable(),
  costs: z.strictObject({ commission: costChoiceSchema, spread: costChoiceSchema, slippage: costChoiceSchema }),
  semantics: z.enum(SEMANTICS),
  leverage: z.number().nullable(),
  timing: z.enum(['open', 'close']),
  seed: z.number().nullable(),
  params: z.record(z.string(), z.record(z.string(), paramValueSchema)),
});

/** Where forms are kept: the window's own storage, or a test's. */
export type FormStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** The form as it was last run; an empty one where none was, or none that this version can read. */
export function lastForm(storage: FormStorage): RunForm {
  const read = formSchema.safeParse(parsed(storage.getItem(KEY)));
  return read.success ? read.data : EMPTY_FORM;
}

export function rememberForm(storage: FormStorage, form: RunForm): void {
  storage.setItem(KEY, JSON.stringify(form));
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
