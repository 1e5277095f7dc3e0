import { Switch as BaseSwitch } from '@base-ui/react/switch';
import clsx from 'clsx';
import styles from './Switch.module.css';

/** Something that is on or off from the moment it is switched. */
export function Switch({
  label,
  description,
  isOn,
  isDisabled = false,
  onChange,
}: {
  label: string;
  description?: string;
  isOn: boolean;
  isDisabled?: boolean;
  onChange: (isOn: boolean) => void;
}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is inside, a button of Base UI
    <label className={clsx(styles.line, isDisabled && styles.disabled)}>
      <BaseSwitch.Root className={styles.track} checked={isOn} disabled={isDisabled} onCheckedChange={onChange}>
        <BaseSwitch.Thumb className={styles.thumb} />
      </BaseSwitch.Root>
      <span className={styles.words}>
        {label}
        {description !== undefined && <span className={styles.description}>{description}</span>}
      </span>
    </label>
  );
}
