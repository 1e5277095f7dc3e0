import { Menu } from '@base-ui/react/menu';
import { Menubar } from '@base-ui/react/menubar';
import { COMMAND_GROUPS, type CommandGroup } from '../commands/command.ts';
import { useCommandList } from '../commands/use-commands.ts';
import { KeyHint } from './KeyHint.tsx';
import styles from './MainMenu.module.css';

/** All commands that can be run now, by group. */
export function MainMenu() {
  const commands = useCommandList();
  const groups = COMMAND_GROUPS.filter((group) => commands.some((command) => command.group === group));
  return (
    <Menubar className={styles.bar} aria-label="Menu">
      {groups.map((group) => (
        <GroupMenu key={group} group={group} />
      ))}
    </Menubar>
  );
}

function GroupMenu({ group }: { group: CommandGroup }) {
  const commands = useCommandList().filter((command) => command.group === group);
  return (
    <Menu.Root>
      <Menu.Trigger className={styles.trigger}>{group}</Menu.Trigger>
      <Menu.Portal>
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
