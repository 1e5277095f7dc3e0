import { Toast } from '@base-ui/react/toast';
import clsx from 'clsx';
import { CircleCheck, CircleX, Info, TriangleAlert, X } from 'lucide-react';
import { Button } from '../action/Button.tsx';
import { IconButton } from '../action/IconButton.tsx';
import { notices } from './notify.ts';
import styles from './ToastRegion.module.css';

/** Where notices appear; once in a window. F6 takes the focus to it. */
export function ToastRegion() {
  return (
    <Toast.Provider toastManager={notices} limit={4} timeout={6_000}>
      <Toast.Portal>
        <Toast.Viewport className={styles.viewport}>
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

const ICONS = { ok: CircleCheck, info: Info, warn: TriangleAlert, error: CircleX };

const isTone = (type: string | undefined): type is keyof typeof ICONS => type !== undefined && type in ICONS;

/** Base UI hides from screen readers what it takes for folded away; here nothing is, and it has buttons. */
const IN_SIGHT = { 'aria-hidden': undefined };

function Toasts() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => {
    const tone = isTone(toast.type) ? toast.type : 'info';
    const Icon = ICONS[tone];
    return (
      <Toast.Root
        key={toast.id}
        toast={toast}
        className={clsx(styles.toast, styles[tone])}
        swipeDirection="right"
        {...IN_SIGHT}
      >
        <Toast.Content className={styles.content}>
          <Icon className={styles.icon} aria-hidden />
          <div className={styles.words}>
            <Toast.Title className={styles.title} />
            <Toast.Description className={styles.body} />
          </div>
          {toast.actionProps !== undefined && <Toast.Action render={<Button size="small" />} />}
          <Toast.Close
            {...IN_SIGHT}
            render={<IconButton label="Dismiss" icon={<X aria-hidden />} size="small" tooltipSide="left" />}
          />
        </Toast.Content>
      </Toast.Root>
    );
  });
}
