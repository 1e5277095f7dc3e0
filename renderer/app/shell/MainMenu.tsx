import { Menu } from '@base-ui/react/menu';
import { Menubar } from '@base-ui/react/menubar';
import { useState } from 'react';
import { COMMAND_GROUPS, type CommandGroup } from '../commands/command.ts';
import { useCommandList } from '../commands/use-commands.ts';
import { KeyHint } from './KeyHint.tsx';
import styles from './MainMenu.module.css';

/** All commands that can be run now, by group. */
export function MainMenu() {
  const commands = useCommandList();
  // Menus open beside the bar, in the header: what stands in no landmark is skipped by those who jump between them.
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const groups = COMMAND_GROUPS.filter((group) => commands.some((command) => command.group === group));
  return (
    <div ref={setPlace}>
      <Menubar className={styles.bar} aria-label="Menu">
        {groups.map((group) => (
          <GroupMenu key={group} group={group} place={place} />
        ))}
      </Menubar>
    </div>
  );
}

function GroupMenu({ group, place }: { group: CommandGroup; place: HTMLElement | null }) {
  const commands = useCommandList().filter((command) => command.group === group);
  return (
    <Menu.Root>
      <Menu.Trigger className={styles.trigger}>{group}</Menu.Trigger>
      <Menu.Portal container={place}>
        <Menu.Positioner className={styles.positioner} sideOffset={4} align="start">
          <Menu.Popup className={styles.popup}>
            {commands.map((command) => (
              <Menu.Item key={command.id} className={styles.item} onClick={() => void command.run()}>
                <span>{command.title}</span>
                <KeyHint command={command.id} />
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
