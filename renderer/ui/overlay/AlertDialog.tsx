import { AlertDialog as BaseAlertDialog } from '@base-ui/react/alert-dialog';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Button } from '../action/Button.tsx';
import styles from './Dialog.module.css';

/** Asks before something that can't be taken back. A click beside it doesn't answer. */
export function AlertDialog({
  title,
  body,
  confirmLabel,
  cancelLabel = 'Cancel',
  isDanger = false,
  isOpen,
  onOpenChange,
  onConfirm,
}: {
  title: string;
  body: ReactNode;
  /** What will be done, as a verb: `Delete 3 runs`. */
  confirmLabel: string;
  cancelLabel?: string;
  isDanger?: boolean;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onConfirm: () => void;
}) {
  return (
    <BaseAlertDialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <BaseAlertDialog.Portal>
        <BaseAlertDialog.Backdrop className={styles.backdrop} />
        <BaseAlertDialog.Viewport className={styles.viewport}>
          <BaseAlertDialog.Popup className={clsx(styles.popup, styles.narrow)}>
            <header className={styles.header}>
              <BaseAlertDialog.Title className={styles.title}>{title}</BaseAlertDialog.Title>
            </header>
            <BaseAlertDialog.Description className={styles.description}>{body}</BaseAlertDialog.Description>
            <footer className={styles.footer}>
              <BaseAlertDialog.Close render={<Button>{cancelLabel}</Button>} />
              <BaseAlertDialog.Close
                render={<Button variant={isDanger ? 'danger' : 'primary'}>{confirmLabel}</Button>}
                onClick={onConfirm}
              />
            </footer>
          </BaseAlertDialog.Popup>
        </BaseAlertDialog.Viewport>
      </BaseAlertDialog.Portal>
    </BaseAlertDialog.Root>
  );
}
