import { useMemo } from 'react';
import type { ImportPreview } from '#shared/contract/market.ts';
import { Combobox } from '../../../ui/field/Combobox.tsx';
import { Select } from '../../../ui/field/Select.tsx';
import { Switch } from '../../../ui/field/Switch.tsx';
import { TextField } from '../../../ui/field/TextField.tsx';
import { ColumnFields } from './ColumnFields.tsx';
import { EntryField } from './EntryField.tsx';
import { FormSection } from './FormSection.tsx';
import {
  dateFormatOptions,
  decimalOptions,
  delimiterOptions,
  timeframeOptions,
  timezoneOptions,
} from './form-options.ts';
import { InstrumentFields } from './InstrumentFields.tsx';
import type { DraftErrors, ImportDraft } from './import-draft.ts';
import styles from './ReadForm.module.css';

export interface ReadFormProps {
  draft: ImportDraft;
  errors: DraftErrors;
  preview: ImportPreview | undefined;
  onDraft: (draft: ImportDraft) => void;
}

/** What a person can say about a file; what isn't said is found out. */
export function ReadForm({ draft, errors, preview, onDraft }: ReadFormProps) {
  const zones = useMemo(timezoneOptions, []);
  const change = (changed: Partial<ImportDraft>) => onDraft({ ...draft, ...changed });
  const dialect = preview?.dialect;
  const symbols = preview?.series.map(({ symbol }) => symbol) ?? [];
  return (
    <section className={styles.form} aria-label="How the file is read">
      <EntryField draft={draft} preview={preview} onDraft={onDraft} />
      <FormSection title="Series">
        <TextField
          label="Symbol"
          value={draft.symbol}
          placeholder={symbols.length > 1 ? `${symbols.length} symbols in the file` : (symbols[0] ?? '')}
          error={errors.symbol}
          onChange={(symbol) => change({ symbol })}
        />
        <Select
          label="Timeframe"
          options={timeframeOptions(preview)}
          value={draft.timeframe}
          onChange={(timeframe) => change({ timeframe })}
        />
      </FormSection>
      <FormSection title="Dates and numbers">
        <Select
          label="Date format"
          options={dateFormatOptions(dialect)}
          value={draft.dateFormat}
          onChange={(dateFormat) => change({ dateFormat })}
        />
        <Combobox
          label="Time zone"
          options={zones}
          value={draft.timezone}
          placeholder="UTC"
          onChange={(timezone) => change({ timezone })}
        />
        <Select
          label="Decimal mark"
          options={decimalOptions(dialect)}
          value={draft.decimal}
          onChange={(decimal) => change({ decimal })}
        />
        <Select
          label="Cells are parted by"
          options={delimiterOptions(dialect)}
          value={draft.delimiter}
          onChange={(delimiter) => change({ delimiter })}
        />
      </FormSection>
      <FormSection title="Columns">
        <ColumnFields draft={draft} preview={preview} onDraft={onDraft} />
      </FormSection>
      <Switch
        label="Read the first row as data"
        isOn={draft.hasNoHeader}
        onChange={(hasNoHeader) => change({ hasNoHeader })}
      />
      <FormSection title="Instrument">
        <InstrumentFields draft={draft} errors={errors} onDraft={onDraft} />
      </FormSection>
    </section>
  );
}
