import { Field as BaseField } from '@base-ui/react/field';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import styles from './Field.module.css';

export interface FieldProps {
  label: string;
  /** Read out, not drawn: where the place says what it is. */
  isLabelHidden?: boolean;
  description?: ReactNode;
  /** What is wrong with the value; nothing when it is fine. */
  error?: ReactNode;
  isDisabled?: boolean;
}

/** A control with its label, what to know about it, and what is wrong with it. */
export function Field({
  label,
  isLabelHidden = false,
  description,
  error,
  isDisabled = false,
  children,
}: FieldProps & { children: ReactNode }) {
  const isInvalid = error !== undefined && error !== null;
  return (
    <BaseField.Root className={styles.field} disabled={isDisabled} invalid={isInvalid}>
      <BaseField.Label className={clsx(styles.label, isLabelHidden && styles.hidden)}>{label}</BaseField.Label>
      {children}
      {description !== undefined && (
        <BaseField.Description className={styles.description}>{description}</BaseField.Description>
      )}
      {isInvalid && (
        <BaseField.Error className={styles.error} match>
          {error}
        </BaseField.Error>
      )}
    </BaseField.Root>
  );
}
