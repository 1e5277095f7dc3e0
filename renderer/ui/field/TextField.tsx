import { Field as BaseField } from '@base-ui/react/field';
import type { HTMLInputTypeAttribute, ReactNode, Ref } from 'react';
import styles from './control.module.css';
import { Field, type FieldProps } from './Field.tsx';

/** A line of text. */
export function TextField({
  value,
  onChange,
  type = 'text',
  placeholder,
  icon,
  hint,
  inputRef,
  ...field
}: FieldProps & {
  value: string;
  onChange: (value: string) => void;
  type?: HTMLInputTypeAttribute;
  placeholder?: string;
  icon?: ReactNode;
  /** A key hint at the end. */
  hint?: ReactNode;
  inputRef?: Ref<HTMLInputElement>;
}) {
  return (
    <Field {...field}>
      <div className={styles.control}>
        {icon}
        <BaseField.Control
          className={styles.input}
          type={type}
          value={value}
          onValueChange={onChange}
          placeholder={placeholder}
          spellCheck={false}
          {...(inputRef === undefined ? {} : { ref: inputRef })}
        />
        {hint}
      </div>
    </Field>
  );
}
