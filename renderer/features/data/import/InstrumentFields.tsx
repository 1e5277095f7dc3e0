import { NumberField } from '../../../ui/field/NumberField.tsx';
import { Select } from '../../../ui/field/Select.tsx';
import { TextField } from '../../../ui/field/TextField.tsx';
import { sessionOptions } from './form-options.ts';
import type { ImportDraft } from './import-draft.ts';
import type { ReadFormProps } from './ReadForm.tsx';

const SESSIONS = sessionOptions();

/** What orders in the instrument have to keep to; what stays empty is as it is known, or the default. */
export function InstrumentFields({ draft, errors, onDraft }: Pick<ReadFormProps, 'draft' | 'errors' | 'onDraft'>) {
  const change = (changed: Partial<ImportDraft>) => onDraft({ ...draft, ...changed });
  return (
    <>
      <TextField
        label="Currency"
        value={draft.quoteCurrency}
        placeholder="USD"
        error={errors.quoteCurrency}
        onChange={(quoteCurrency) => change({ quoteCurrency })}
      />
      <Select label="Hours" options={SESSIONS} value={draft.session} onChange={(session) => change({ session })} />
      <NumberField
        label="Price step"
        value={draft.tickSize}
        step={0.01}
        min={0}
        error={errors.tickSize}
        onChange={(tickSize) => change({ tickSize })}
      />
      <NumberField
        label="Size step"
        value={draft.lotStep}
        min={0}
        error={errors.lotStep}
        onChange={(lotStep) => change({ lotStep })}
      />
      <NumberField
        label="Multiplier"
        value={draft.multiplier}
        error={errors.multiplier}
        onChange={(multiplier) => change({ multiplier })}
      />
    </>
  );
}
