import { Button as BaseButton } from '@base-ui/react/button';
import clsx from 'clsx';
import { LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Button.module.css';

export interface ButtonProps extends Omit<BaseButton.Props, 'className' | 'style'> {
  /** One primary a view; `quiet` has no edge, `danger` destroys. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'default' | 'small';
  icon?: ReactNode;
  /** A key hint behind the words. */
  hint?: ReactNode;
  /** Under way: keeps its size and the focus, and does nothing. */
  isBusy?: boolean;
}

export function Button({
  variant = 'secondary',
  size = 'default',
  icon,
  hint,
  isBusy = false,
  disabled = false,
  children,
  ...rest
}: ButtonProps) {
  return (
    <BaseButton
      {...rest}
      className={clsx(styles.button, styles[variant], styles[size])}
      disabled={disabled || isBusy}
      focusableWhenDisabled={isBusy}
      aria-busy={isBusy || undefined}
    >
      {isBusy ? <LoaderCircle className={styles.spinner} aria-hidden /> : icon}
      {children !== undefined && <span className={styles.words}>{children}</span>}
      {hint}
    </BaseButton>
  );
}
