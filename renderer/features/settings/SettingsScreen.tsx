import { useState } from 'react';
import { useSettingsQuery } from '../../app/store/settings.ts';
import { useShownError } from '../../app/store/shown-error.ts';
import { ErrorState } from '../../ui/state/ErrorState.tsx';
import { SkeletonLines } from '../../ui/state/Skeleton.tsx';
import styles from './SettingsScreen.module.css';
import { SETTINGS_PARTS } from './settings-parts.ts';
import { useSaveSettings } from './use-save-settings.ts';

/** Everything that a person can set; saved as soon as it is set. */
export function SettingsScreen() {
  const { data: settings, error, refetch } = useSettingsQuery();
  const [shown, setShown] = useState(SETTINGS_PARTS[0]);
  const save = useSaveSettings();
  const failure = useShownError(error);
  return (
    <div className={styles.screen}>
      <nav className={styles.list} aria-label="Settings">
        <h1 className={styles.title}>Settings</h1>
        {SETTINGS_PARTS.map((part) => (
          <button
            key={part.id}
            type="button"
            className={styles.part}
            aria-current={part === shown ? 'page' : undefined}
            onClick={() => setShown(part)}
          >
            <part.icon aria-hidden />
            {part.title}
          </button>
        ))}
      </nav>
      <div className={styles.content} key={shown.id}>
        {failure !== null && <ErrorState error={failure} onRetry={refetch} isCompact={settings !== undefined} />}
        {settings === undefined && failure === null && <SkeletonLines label="Loading the settings" lines={10} />}
        {settings !== undefined && <shown.Section settings={settings} onSave={save} />}
      </div>
    </div>
  );
}
