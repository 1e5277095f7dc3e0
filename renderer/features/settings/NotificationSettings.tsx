import { useState } from 'react';
import { desktop } from '../../app/api/client.ts';
import { mayNotify } from '../../app/use-job-notices.ts';
import { Switch } from '../../ui/field/Switch.tsx';
import type { SettingsPartProps } from './AppearanceSettings.tsx';
import { SettingRow } from './SettingRow.tsx';
import { SettingsSection } from './SettingsSection.tsx';

/** When Hindcast speaks up. */
export function NotificationSettings({ settings, onSave }: SettingsPartProps) {
  const permission = useBrowserPermission();
  return (
    <SettingsSection title="Notifications">
      <SettingRow
        title="When a job ends"
        description={
          permission.isRefused
            ? 'This browser keeps Hindcast from notifying you: allow it in the browser’s settings for this address.'
            : 'The system tells of it while another window is in front.'
        }
      >
        <Switch
          label="Notify"
          isOn={settings.notifyWhenJobsEnd && permission.isGranted}
          isDisabled={permission.isRefused}
          onChange={async (isOn) => {
            if (isOn && !(await permission.ask())) return;
            onSave({ notifyWhenJobsEnd: isOn });
          }}
        />
      </SettingRow>
    </SettingsSection>
  );
}

interface BrowserPermission {
  isGranted: boolean;
  isRefused: boolean;
  /** Has the browser ask, unless it knows already. */
  ask: () => Promise<boolean>;
}

/** A browser asks whether a page may notify, when somebody wants it to; the desktop app may. */
function useBrowserPermission(): BrowserPermission {
  const [, setAsked] = useState(false);
  if (desktop !== null) return { isGranted: true, isRefused: false, ask: async () => true };
  const isPossible = 'Notification' in globalThis;
  return {
    isGranted: mayNotify(),
    isRefused: !isPossible || Notification.permission === 'denied',
    async ask() {
      await Notification.requestPermission();
      setAsked(true);
      return mayNotify();
    },
  };
}
