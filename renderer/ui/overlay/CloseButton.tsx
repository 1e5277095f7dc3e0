import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import styles from './CloseButton.module.css';

/**
 * Closes the dialog or drawer around it, from its upper right corner. It stands last, so that the focus begins with
 * what the dialog asks, and has no tooltip, which would take the first Esc.
 */
export function CloseButton() {
  return (
    <Dialog.Close className={styles.close} aria-label="Close">
      <X aria-hidden />
    </Dialog.Close>
  );
}
