import { Checkbox as BaseCheckbox } from '@base-ui/react/checkbox';
import clsx from 'clsx';
import { Check, Minus } from 'lucide-react';
import styles from './Checkbox.module.css';
import fieldStyles from './Field.module.css';

/** Yes or no, or some of what stands below it. */
export function Checkbox({
  label,
  isLabelHidden = false,
  isChecked,
  isPartly = false,
  isDisabled = false,
  onChange,
}: {
  label: string;
  /** Read out, not drawn: where the row says what it is. */
  isLabelHidden?: boolean;
  isChecked: boolean;
  /** Some, not all. */
  isPartly?: boolean;
  isDisabled?: boolean;
  onChange: (isChecked: boolean) => void;
}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is inside, a button of Base UI
    <label className={clsx(styles.line, isDisabled && styles.disabled)}>
      <BaseCheckbox.Root
        className={styles.box}
        checked={isChecked}
        indeterminate={isPartly}
        disabled={isDisabled}
        onCheckedChange={onChange}
      >
        <BaseCheckbox.Indicator className={styles.mark}>
          {isPartly ? <Minus aria-hidden /> : <Check aria-hidden />}
        </BaseCheckbox.Indicator>
      </BaseCheckbox.Root>
      <span className={clsx(isLabelHidden && fieldStyles.hidden)}>{label}</span>
    </label>
  );
}
