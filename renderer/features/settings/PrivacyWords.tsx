import styles from './PrivacyWords.module.css';
import { SettingsSection } from './SettingsSection.tsx';

/** What becomes of what one does here: it stays. */
export function PrivacyWords() {
  return (
    <SettingsSection title="Privacy" description="Nothing that you do here leaves this machine.">
      <ul className={styles.list}>
        <li>No telemetry: Hindcast counts nothing and reports nothing, not even when it fails.</li>
        <li>No account: prices, strategies, runs and settings are files in your data folder.</li>
        <li>
          The installed app looks for new versions of itself where its package names a place for that, and tells
          nothing.
        </li>
        <li>Strategies run shut off: they reach neither the network nor your files.</li>
      </ul>
    </SettingsSection>
  );
}
