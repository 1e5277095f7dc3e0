import { Bell, Search } from 'lucide-react';
import { overlayChanged } from '../store/shell-slice.ts';
import { useAppDispatch } from '../store/store.ts';
import { KeyHint } from './KeyHint.tsx';
import { Logo } from './Logo.tsx';
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
      <button
        type="button"
        className={styles.bell}
        aria-label="Notifications"
        title="Notifications"
        onClick={() => dispatch(overlayChanged('notifications'))}
      >
        <Bell size={16} aria-hidden />
      </button>
    </header>
  );
}
