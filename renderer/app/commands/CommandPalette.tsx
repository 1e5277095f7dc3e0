import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { useMemo, useState } from 'react';
import { KeyHint } from '../shell/KeyHint.tsx';
import { overlayChanged } from '../store/shell-slice.ts';
import { useAppDispatch, useAppSelector } from '../store/store.ts';
import styles from './CommandPalette.module.css';
import type { Command } from './command.ts';
import { searchCommands } from './search.ts';
import { useCommandList } from './use-commands.ts';

/** Finds a command by what is typed, and runs it. */
export function CommandPalette() {
  const dispatch = useAppDispatch();
  const isOpen = useAppSelector((state) => state.shell.overlay === 'palette');
  const close = () => dispatch(overlayChanged(null));
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => dispatch(overlayChanged(open ? 'palette' : null))}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup} aria-label="Commands">
          <CommandSearch onChosen={close} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function CommandSearch({ onChosen }: { onChosen: () => void }) {
  const commands = useCommandList();
  const [typed, setTyped] = useState('');
  const found = useMemo(() => searchCommands(commands, typed), [commands, typed]);
  const choose = (command: Command) => {
    onChosen();
    void command.run();
  };
  return (
    <Autocomplete.Root
      open
      inline
      items={found}
      filter={null}
      value={typed}
      onValueChange={setTyped}
      itemToStringValue={(command: Command) => command.title}
      autoHighlight="always"
      keepHighlight
    >
      <Autocomplete.Input className={styles.input} aria-label="Search commands" placeholder="Type a command…" />
      <Autocomplete.Empty className={styles.empty}>
        {found.length === 0 ? 'No command has these words.' : null}
      </Autocomplete.Empty>
      <Autocomplete.List className={styles.list}>
        {(command: Command) => (
          <Autocomplete.Item
            key={command.id}
            value={command}
            className={styles.item}
            data-command={command.id}
            onClick={() => choose(command)}
          >
            <span className={styles.group}>{command.group}</span>
            <span className={styles.title}>{command.title}</span>
            <KeyHint command={command.id} />
          </Autocomplete.Item>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  );
}
