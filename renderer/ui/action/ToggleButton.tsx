import { Toggle } from '@base-ui/react/toggle';
import type { ReactNode } from 'react';
import styles from './ToggleButton.module.css';

/** Turns something on and off. */
export function ToggleButton({
  children,
  icon,
  isOn,
  isDisabled = false,
  onChange,
}: {
  children: ReactNode;
  icon?: ReactNode;
  isOn: boolean;
  isDisabled?: boolean;
  onChange: (isOn: boolean) => void;
}) {
  return (
    <Toggle className={styles.toggle} pressed={isOn} disabled={isDisabled} onPressedChange={onChange}>
      {icon}
      {children}
    </Toggle>
  );
}
