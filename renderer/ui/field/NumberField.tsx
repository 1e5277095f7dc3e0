import { NumberField as BaseNumberField } from '@base-ui/react/number-field';
import clsx from 'clsx';
import { Minus, Plus } from 'lucide-react';
import styles from './control.module.css';
import { Field, type FieldProps } from './Field.tsx';
import { NUMBER_FORMAT } from './number-format.ts';

/** A number, typed or stepped: arrow keys by `step`, with Shift by ten of it. */
export function NumberField({
  value,
  onChange,
  min,
  max,
  step = 1,
  unit,
  ...field
}: FieldProps & {
  /** Null: the field is empty. */
  value: number | null;
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
  step?: number;
  /** Behind the number, `bars`. */
  unit?: string;
}) {
  return (
    <Field {...field}>
      <BaseNumberField.Root
        value={value}
        onValueChange={onChange}
        min={min}
        max={max}
        step={step}
        largeStep={step * 10}
        smallStep={step}
        locale="en-US"
        format={NUMBER_FORMAT}
        disabled={field.isDisabled ?? false}
      >
        <BaseNumberField.Group className={clsx(styles.control, styles.flush)}>
          <BaseNumberField.Decrement className={styles.stepper} aria-label={`Less ${field.label}`}>
            <Minus aria-hidden />
          </BaseNumberField.Decrement>
          <BaseNumberField.Input className={clsx(styles.input, styles.number)} />
          {unit !== undefined && <span className={styles.unit}>{unit}</span>}
          <BaseNumberField.Increment className={styles.stepper} aria-label={`More ${field.label}`}>
            <Plus aria-hidden />
          </BaseNumberField.Increment>
        </BaseNumberField.Group>
      </BaseNumberField.Root>
    </Field>
  );
}
