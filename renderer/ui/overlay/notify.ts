import { Toast } from '@base-ui/react/toast';
import type { ReactNode } from 'react';

export interface Notice {
  title: string;
  body?: ReactNode;
  /** `error` and `warn` are read out at once, and errors stay until they are closed. */
  tone?: 'ok' | 'info' | 'warn' | 'error';
  /** One thing to do about it, `Undo`. */
  action?: { label: string; run: () => void };
  /** Takes the place of an earlier notice with the same id. */
  id?: string;
}

export const notices = Toast.createToastManager();

/** Shows a notice in the corner of the window, from anywhere. */
export function notify({ title, body, tone = 'info', action, id }: Notice): void {
  const shown = notices.add({
    title,
    description: body,
    type: tone,
    priority: tone === 'error' || tone === 'warn' ? 'high' : 'low',
    ...(tone === 'error' ? { timeout: 0 } : {}),
    ...(id === undefined ? {} : { id }),
    ...(action === undefined
      ? {}
      : {
          actionProps: {
            children: action.label,
            onClick: () => {
              notices.close(shown);
              action.run();
            },
          },
        }),
  });
}
