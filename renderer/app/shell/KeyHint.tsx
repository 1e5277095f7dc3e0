import { keyOf, keyWords } from '../commands/keymap.ts';
import { useCommandList } from '../commands/use-commands.ts';
import { useSettings } from '../store/settings.ts';
import styles from './KeyHint.module.css';
import { isMac } from './platform.ts';

/** The key of a command, as it is set; nothing where it has none. */
export function KeyHint({ command: id }: { command: string }) {
  const command = useCommandList().find((one) => one.id === id);
  const { keymap } = useSettings();
  const key = command === undefined ? null : keyOf(command, keymap);
  if (key === null) return null;
  return <kbd className={styles.key}>{keyWords(key, isMac).join(' ')}</kbd>;
}
