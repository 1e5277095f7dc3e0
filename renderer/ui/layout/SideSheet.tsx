import { Dialog } from '@base-ui/react/dialog';
import clsx from 'clsx';
import { type ReactNode, useRef } from 'react';
import styles from './SideSheet.module.css';

/**
 * A panel that lies over the edge of a workspace where there is no room beside it. Commands and keys go on working; Esc
 * and a click beside it close it.
 */
export function SideSheet({
  label,
  edge,
  width,
  isOpen,
  onClose,
  children,
}: {
  label: string;
  edge: 'left' | 'right';
  /** px at a text scale of 1. */
  width: number;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const sheet = useRef<HTMLDivElement>(null);
  return (
    <Dialog.Root
      open={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      modal={false}
      disablePointerDismissal
    >
      <Dialog.Portal>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: Esc does the same */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: Esc does the same */}
        <div className={styles.beside} onClick={onClose} />
        <Dialog.Popup
          ref={sheet}
          initialFocus={sheet}
          className={clsx(styles.sheet, styles[edge])}
          style={{ width: `${width / 16}rem` }}
          aria-label={label}
        >
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
