import { Bell, PanelLeft, PanelRight, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCommandList } from '../commands/use-commands.ts';
import { overlayChanged } from '../store/shell-slice.ts';
import { useAppDispatch } from '../store/store.ts';
import { KeyHint } from './KeyHint.tsx';
import { Logo } from './Logo.tsx';
import { LAYOUT_COMMANDS } from './layout/layout-commands.ts';
import { useSide } from './layout/use-side.ts';
import type { Side } from './layout/workspace-layout.ts';
import { MainMenu } from './MainMenu.tsx';
import styles from './TitleBar.module.css';

/** Menu bar, command box and notifications. */
export function TitleBar() {
  const dispatch = useAppDispatch();
  return (
    <header className={styles.bar}>
      <Logo />
      <MainMenu />
      <button type="button" className={styles.box} onClick={() => dispatch(overlayChanged('palette'))}>
        <Search size={14} aria-hidden />
        <span>Search or run a command</span>
        <KeyHint command="view.palette" />
      </button>
      <div className={styles.end}>
        <SideToggle side="side" title="Side panel" icon={<PanelLeft size={16} aria-hidden />} />
        <SideToggle side="inspector" title="Inspector" icon={<PanelRight size={16} aria-hidden />} />
        <button
          type="button"
          className={styles.button}
          aria-label="Notifications"
          title="Notifications"
          onClick={() => dispatch(overlayChanged('notifications'))}
        >
          <Bell size={16} aria-hidden />
        </button>
      </div>
    </header>
  );
}

/** Shows and hides a panel at an edge of the workspace, where it has one. */
function SideToggle({ side, title, icon }: { side: Side; title: string; icon: ReactNode }) {
  const { isOpen, toggle } = useSide(side);
  const isThere = useCommandList().some(({ id }) => id === LAYOUT_COMMANDS[side].id);
  if (!isThere) return null;
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={title}
      aria-pressed={isOpen}
      title={title}
      onClick={toggle}
    >
      {icon}
    </button>
  );
}
