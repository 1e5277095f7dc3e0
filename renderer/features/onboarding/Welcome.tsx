import { AlertDialog } from '@base-ui/react/alert-dialog';
import { DISCLOSURE } from '#shared/domain/disclosure.ts';
import { useChangeSettingsMutation, useSettingsQuery } from '../../app/store/settings.ts';
import { Button } from '../../ui/action/Button.tsx';
import { SegmentedControl } from '../../ui/action/SegmentedControl.tsx';
import styles from './Welcome.module.css';

const THEMES = [
  { value: 'system', label: 'Like the system' },
  { value: 'dark', label: 'Dark' },
  { value: 'light', label: 'Light' },
] as const;

/** The first thing that a new user sees: what results are, and how the window should look. Asked once a version. */
export function Welcome() {
  const { data: settings } = useSettingsQuery();
  const [change, { isLoading }] = useChangeSettingsMutation();
  if (settings === undefined || settings.disclosureAccepted >= DISCLOSURE.version) return null;
  return (
    <AlertDialog.Root open>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={styles.backdrop} />
        <AlertDialog.Popup className={styles.popup}>
          <AlertDialog.Title className={styles.title}>{DISCLOSURE.title}</AlertDialog.Title>
          <AlertDialog.Description className={styles.words} render={<div />}>
            {DISCLOSURE.paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </AlertDialog.Description>
          <div className={styles.look}>
            <span>Colours</span>
            <SegmentedControl
              label="Colours"
              segments={THEMES}
              value={settings.theme}
              onChange={(theme) => void change({ theme })}
            />
          </div>
          <Button
            variant="primary"
            isBusy={isLoading}
            onClick={() => void change({ disclosureAccepted: DISCLOSURE.version })}
          >
            I understand
          </Button>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
