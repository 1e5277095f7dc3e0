import { Dialog } from '../../ui/overlay/Dialog.tsx';
import { KeyHint } from '../shell/KeyHint.tsx';
import { overlayChanged } from '../store/shell-slice.ts';
import { useAppDispatch, useAppSelector } from '../store/store.ts';
import { COMMAND_GROUPS } from './command.ts';
import styles from './KeySheet.module.css';
import { useCommandList } from './use-commands.ts';

/** All commands that can be run now, with their keys. */
export function KeySheet() {
  const dispatch = useAppDispatch();
  const isOpen = useAppSelector((state) => state.shell.overlay === 'keys');
  const commands = useCommandList();
  return (
    <Dialog
      title="Keys"
      width="wide"
      isOpen={isOpen}
      onOpenChange={(open) => dispatch(overlayChanged(open ? 'keys' : null))}
    >
      <div className={styles.groups}>
        {COMMAND_GROUPS.map((group) => (
          <section key={group} aria-label={group}>
            <h3>{group}</h3>
            <dl>
              {commands
                .filter((command) => command.group === group)
                .map((command) => (
                  <div key={command.id} className={styles.row}>
                    <dt>{command.title}</dt>
                    <dd>
                      <KeyHint command={command.id} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
