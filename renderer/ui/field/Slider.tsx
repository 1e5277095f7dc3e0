import { NumberField as BaseNumberField } from '@base-ui/react/number-field';
import { Slider as BaseSlider } from '@base-ui/react/slider';
import clsx from 'clsx';
import control from './control.module.css';
import { NUMBER_FORMAT } from './number-format.ts';
import styles from './Slider.module.css';

/** A number between two bounds: dragged, stepped with the arrow keys, or typed beside the slider. */
export function Slider({
  label,
  isCode = false,
  value,
  min,
  max,
  step = 1,
  isDisabled = false,
  onChange,
  onCommit,
}: {
  label: string;
  /** The label is a name from the strategy. */
  isCode?: boolean;
  value: number;
  min: number;
  max: number;
  step?: number;
  isDisabled?: boolean;
  /** With every move. */
  onChange: (value: number) => void;
  /** When the hand lets go, a key was pressed or a typed number is complete. */
  onCommit?: (value: number) => void;
}) {
  return (
    <div className={clsx(styles.line, isCode && styles.code)}>
      <span className={styles.label} title={label}>
        {label}
      </span>
      <BaseSlider.Root
        className={styles.slider}
        value={value}
        min={min}
        max={max}
        step={step}
        largeStep={step * 10}
        disabled={isDisabled}
        onValueChange={onChange}
        onValueCommitted={(committed) => onCommit?.(committed)}
      >
        <BaseSlider.Control className={styles.control}>
          <BaseSlider.Track className={styles.track}>
            <BaseSlider.Indicator className={styles.indicator} />
            <BaseSlider.Thumb className={styles.thumb} aria-label={label} />
          </BaseSlider.Track>
        </BaseSlider.Control>
      </BaseSlider.Root>
      <BaseNumberField.Root
        value={value}
        min={min}
        max={max}
        step={step}
        largeStep={step * 10}
        smallStep={step}
        locale="en-US"
        format={NUMBER_FORMAT}
        disabled={isDisabled}
        onValueChange={(typed) => {
          if (typed !== null) onChange(typed);
        }}
        onValueCommitted={(committed) => {
          if (committed !== null) onCommit?.(committed);
        }}
      >
        <BaseNumberField.Input
          className={clsx(control.control, control.number, styles.number)}
          aria-label={`${label}, as a number`}
          onKeyDown={({ key, currentTarget }) => {
            if (key !== 'Enter') return;
            // The field calls a number complete, and shows one that comes from elsewhere, only once it is left.
            currentTarget.blur();
            currentTarget.focus();
          }}
        />
      </BaseNumberField.Root>
    </div>
  );
}
