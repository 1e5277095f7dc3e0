import { Switch } from '../../ui/field/Switch.tsx';
import type { SettingsPartProps } from './AppearanceSettings.tsx';
import { SettingRow } from './SettingRow.tsx';
import { SettingsSection } from './SettingsSection.tsx';

/** When Hindcast speaks up. */
export function NotificationSettings({ settings, onSave }: SettingsPartProps) {
  return (
    <SettingsSection title="Notifications">
      <SettingRow
        title="When a job ends"
        description="The app tells of it through the system while another window is in front."
      >
        <Switch
          label="Notify"
          isOn={settings.notifyWhenJobsEnd}
          onChange={(notifyWhenJobsEnd) => onSave({ notifyWhenJobsEnd })}
        />
      </SettingRow>
    </SettingsSection>
  );
}
