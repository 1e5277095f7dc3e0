import { Select } from '../../../ui/field/Select.tsx';
import { COLUMN_FIELDS, columnOptions } from './form-options.ts';
import { DETECTED, withColumn } from './import-draft.ts';
import { FIELD_NAMES } from './preview-words.ts';
import type { ReadFormProps } from './ReadForm.tsx';

/** In which column each field stands. */
export function ColumnFields({ draft, preview, onDraft }: Pick<ReadFormProps, 'draft' | 'preview' | 'onDraft'>) {
  return COLUMN_FIELDS.map((field) => {
    const options = columnOptions(preview, field);
    const chosen = draft.columns[field];
    return (
      <Select
        key={field}
        label={FIELD_NAMES[field]}
        options={options}
        value={chosen === undefined ? DETECTED : String(chosen)}
        onChange={(value) => onDraft(withColumn(draft, field, value === DETECTED ? null : Number(value)))}
      />
    );
  });
}
