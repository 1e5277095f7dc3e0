import { useSystemQuery } from '../../app/store/system.ts';
import { DiskFacts } from '../data/DiskUse.tsx';
import styles from './DataSettings.module.css';
import { SettingRow } from './SettingRow.tsx';
import { SettingsSection } from './SettingsSection.tsx';

/** Where the data are and what they take. */
export function DataSettings() {
  const { data: system } = useSystemQuery();
  return (
    <SettingsSection title="Data" description="Prices, runs and settings are kept in one folder of this machine.">
      <SettingRow title="Folder">
        <code className={styles.folder}>{system?.dataFolder ?? '…'}</code>
      </SettingRow>
      <div className={styles.disk}>
        <DiskFacts />
      </div>
    </SettingsSection>
  );
}
