import { useState } from 'react';
import { shownError } from '../../../app/store/host-api.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { AlertDialog } from '../../../ui/overlay/AlertDialog.tsx';
import { notify } from '../../../ui/overlay/notify.ts';
import { formatBytes } from '../../data/byte-size.ts';
import { SettingRow } from '../SettingRow.tsx';
import styles from './folder.module.css';
import { useKeepPreviousFolderMutation, useRemovePreviousFolderMutation } from './queries.ts';

/** The folder that the data were moved from, until somebody says what becomes of it. */
export function PreviousFolder({ folder, bytes }: { folder: string; bytes: number }) {
  const [isAsking, setAsking] = useState(false);
  const [remove, { isLoading: isRemoving }] = useRemovePreviousFolderMutation();
  const [keep] = useKeepPreviousFolderMutation();
  const onAnswer = ({ error }: { error?: unknown }) => {
    const failure = shownError(error);
    if (failure === null) return;
    const body = [failure.message, failure.hint].filter(Boolean).join(' ');
    notify({ id: 'previous-folder', title: 'The old folder was not touched', body, tone: 'error' });
  };
  return (
    <SettingRow
      title="Folder before"
      description={
        <>
          The data were moved from <code className={styles.folder}>{folder}</code>, where {formatBytes(bytes)} of them
          still are.
        </>
      }
    >
      <div className={styles.choice}>
        <Button variant="quiet" onClick={() => void keep().then(onAnswer)}>
          Keep it
        </Button>
        <Button variant="danger" isBusy={isRemoving} onClick={() => setAsking(true)}>
          Delete…
        </Button>
      </div>
      <AlertDialog
        title="Delete the old copy?"
        body={`What Hindcast had put into ${folder} is deleted; files of other programs stay. Your data are in the new folder.`}
        confirmLabel="Delete the old copy"
        isDanger
        isOpen={isAsking}
        onOpenChange={setAsking}
        onConfirm={() => void remove().then(onAnswer)}
      />
    </SettingRow>
  );
}
