import { useMemo, useState } from 'react';
import { useCommandList } from '../../../app/commands/use-commands.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { AlertDialog } from '../../../ui/overlay/AlertDialog.tsx';
import type { SettingsPartProps } from '../AppearanceSettings.tsx';
import { SettingsSection } from '../SettingsSection.tsx';
import { KeyRow } from './KeyRow.tsx';
import styles from './KeySettings.module.css';
import { withKey } from './key-choice.ts';
import { knownCommands } from './known-commands.ts';

/** All commands with their keys. */
export function KeySettings({ settings, onSave }: SettingsPartProps) {
  const here = useCommandList();
  const groups = useMemo(() => knownCommands(here), [here]);
  const commands = groups.flatMap((group) => group.commands);
  const [isAsking, setAsking] = useState(false);
  const { keymap } = settings;
  const isChanged = Object.keys(keymap).length > 0;
  return (
    <SettingsSection
      title="Keys"
      description="Press the key of a command to record another one. A key that is taken is named before it changes hands."
    >
      {groups.map(({ group, commands: ofGroup }) => (
        <section key={group} className={styles.group} aria-label={group}>
          <h3 className={styles.heading}>{group}</h3>
          <ul>
            {ofGroup.map((command) => (
              <KeyRow
                key={command.id}
                command={command}
                commands={commands}
                keymap={keymap}
                onKey={(key) => onSave({ keymap: withKey(commands, keymap, command, key) })}
              />
            ))}
          </ul>
        </section>
      ))}
      <Button disabled={!isChanged} onClick={() => setAsking(true)}>
        Reset all keys
      </Button>
      <AlertDialog
        title="Reset all keys?"
        body="Every command gets back the key that it came with."
        confirmLabel="Reset all keys"
        isOpen={isAsking}
        onOpenChange={setAsking}
        onConfirm={() => onSave({ keymap: {} })}
      />
    </SettingsSection>
  );
}
