import { Button as BaseButton } from '@base-ui/react/button';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Tooltip, type TooltipSide } from '../overlay/Tooltip.tsx';
import styles from './IconButton.module.css';

export interface IconButtonProps extends Omit<BaseButton.Props, 'className' | 'style' | 'aria-label' | 'children'> {
  /** Its name, shown as a tooltip. */
  label: string;
  icon: ReactNode;
  size?: 'default' | 'small';
  /** For a button that turns something on and off. */
  isPressed?: boolean;
  /** How many wait behind it; none at 0. */
  count?: number;
  hint?: ReactNode;
  tooltipSide?: TooltipSide;
}

export function IconButton({
  label,
  icon,
  size = 'default',
  isPressed,
  count = 0,
  hint,
  tooltipSide = 'bottom',
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip content={label} hint={hint} side={tooltipSide}>
      <BaseButton
        {...rest}
        className={clsx(styles.button, styles[size], isPressed && styles.pressed)}
        aria-label={count > 0 ? `${label}, ${count}` : label}
        aria-pressed={isPressed}
      >
        {icon}
        {count > 0 && <span className={styles.count}>{count > 99 ? '99+' : count}</span>}
      </BaseButton>
    </Tooltip>
  );
}
