import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { CloseButton } from './CloseButton.tsx';
import styles from './Drawer.module.css';

/** A panel that slides over the right edge; what lies beside it stays in sight and in use. Esc closes it. */
export function Drawer({
  title,
  actions,
  isOpen,
  onOpenChange,
  children,
}: {
  title: string;
  /** Small buttons in the header. */
  actions?: ReactNode;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  children: ReactNode;
}) {
  return (
    <BaseDialog.Root open={isOpen} onOpenChange={onOpenChange} modal={false} disablePointerDismissal>
      <BaseDialog.Portal>
        <BaseDialog.Popup className={styles.drawer}>
          <header className={styles.header}>
            <BaseDialog.Title className={styles.title}>{title}</BaseDialog.Title>
            {actions}
          </header>
          <div className={styles.body}>{children}</div>
          <CloseButton />
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
