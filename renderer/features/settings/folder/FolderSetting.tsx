import { useCallback, useState } from 'react';
import { useShownError } from '../../../app/store/shown-error.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import { SettingRow } from '../SettingRow.tsx';
import styles from './folder.module.css';
import { MoveFolderDialog } from './MoveFolderDialog.tsx';
import { PreviousFolder } from './PreviousFolder.tsx';
import { useDataFolderQuery } from './queries.ts';

/** Where the data are; moving them, and what is left of the folder before. */
export function FolderSetting() {
  const { data, error, refetch } = useDataFolderQuery();
  const failure = useShownError(error);
  const [isMoving, setMoving] = useState(false);
  const close = useCallback(() => setMoving(false), []);
  if (data === undefined) return failure === null ? null : <ErrorState error={failure} isCompact onRetry={refetch} />;
  const { folder, canMove, previous } = data;
  return (
    <>
      <SettingRow
        title="Folder"
        description={
          <>
            <code className={styles.folder}>{folder}</code>
            {!canMove && ' It was named by --home or HINDCAST_HOME when Hindcast was started, and can’t be moved here.'}
          </>
        }
      >
        <Button disabled={!canMove} onClick={() => setMoving(true)}>
          Move…
        </Button>
      </SettingRow>
      {previous !== null && <PreviousFolder {...previous} />}
      {isMoving && <MoveFolderDialog current={folder} onClose={close} />}
    </>
  );
}
