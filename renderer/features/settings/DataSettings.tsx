import { DiskFacts } from '../data/DiskUse.tsx';
import styles from './DataSettings.module.css';
import { FolderSetting } from './folder/FolderSetting.tsx';
import { SettingsSection } from './SettingsSection.tsx';

/** Where the data are and what they take. */
export function DataSettings() {
  return (
    <SettingsSection title="Data" description="Prices, runs and settings are kept in one folder of this machine.">
      <FolderSetting />
      <div className={styles.disk}>
        <DiskFacts />
      </div>
    </SettingsSection>
  );
}
