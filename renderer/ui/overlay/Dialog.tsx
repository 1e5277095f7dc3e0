import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import { CloseButton } from './CloseButton.tsx';
import styles from './Dialog.module.css';

export interface DialogProps {
  title: string;
  description?: ReactNode;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** What opens it, where it stands beside; the focus returns to what had it. */
  trigger?: ReactElement;
  width?: 'narrow' | 'default' | 'wide';
  /** Buttons, the main one last. */
  footer?: ReactNode;
  children?: ReactNode;
}

/** A window over the window. Esc and a click beside it close it. */
export function Dialog({
  title,
  description,
  isOpen,
  onOpenChange,
  trigger,
  width = 'default',
  footer,
  children,
}: DialogProps) {
  return (
    <BaseDialog.Root open={isOpen} onOpenChange={onOpenChange}>
      {trigger !== undefined && <BaseDialog.Trigger render={trigger} />}
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles.backdrop} />
        <BaseDialog.Viewport className={styles.viewport}>
          <BaseDialog.Popup className={clsx(styles.popup, styles[width])}>
            <header className={styles.header}>
              <BaseDialog.Title className={styles.title}>{title}</BaseDialog.Title>
            </header>
            {description !== undefined && (
              <BaseDialog.Description className={styles.description}>{description}</BaseDialog.Description>
            )}
            {children !== undefined && <div className={styles.body}>{children}</div>}
            {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
            <CloseButton />
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
