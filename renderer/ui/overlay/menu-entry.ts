import type { ReactNode } from 'react';

/** What a menu offers, the same for menus behind a button and context menus. */
export type MenuEntry =
  | {
      kind: 'action';
      label: string;
      icon?: ReactNode;
      /** Its keys, `Ctrl C`. */
      keys?: string;
      isDisabled?: boolean;
      /** Destroys something. */
      isDanger?: boolean;
      run: () => void;
    }
  | { kind: 'check'; label: string; isChecked: boolean; isDisabled?: boolean; onChange: (isChecked: boolean) => void }
  | {
      kind: 'choice';
      label: string;
      options: readonly { value: string; label: string }[];
      value: string;
      onChange: (value: string) => void;
    }
  | { kind: 'submenu'; label: string; icon?: ReactNode; entries: readonly MenuEntry[] }
  | { kind: 'separator' };
