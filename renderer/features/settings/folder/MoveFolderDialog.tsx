import { FolderOpen } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../../../ui/action/Button.tsx';
import { TextField } from '../../../ui/field/TextField.tsx';
import { KeyValue } from '../../../ui/figure/KeyValue.tsx';
import { Dialog } from '../../../ui/overlay/Dialog.tsx';
import { notify } from '../../../ui/overlay/notify.ts';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import { ProgressBar } from '../../../ui/state/ProgressBar.tsx';
import { formatBytes } from '../../data/byte-size.ts';
import styles from './folder.module.css';
import { moveProgress } from './move-progress.ts';
import { type FolderMoving, type MoveStep, useFolderMove } from './use-folder-move.ts';

/** Moves the data folder: asks where to, shows what that means, copies, and waits until the data are open there. */
export function MoveFolderDialog({ current, onClose }: { current: string; onClose: () => void }) {
  const moving = useFolderMove();
  const { step, error, choose } = moving;
  const [typed, setTyped] = useState('');
  const isOpen = step.name === 'opening' && step.folder === current;
  useEffect(() => {
    if (!isOpen) return;
    notify({ title: 'The data are in their new folder', body: current, tone: 'ok' });
    onClose();
  }, [isOpen, current, onClose]);
  return (
    <Dialog
      title="Move the data folder"
      isOpen
      onOpenChange={() => step.name !== 'moving' && onClose()}
      footer={<MoveButtons moving={moving} typed={typed} onClose={onClose} />}
    >
      <div className={styles.steps}>
        {error !== null && <ErrorState error={error} isCompact />}
        {(step.name === 'asking' || step.name === 'looking') &&
          (choose === null ? (
            <TextField
              label="New folder, on the disk of the machine that Hindcast runs on"
              placeholder="/data/hindcast"
              value={typed}
              onChange={setTyped}
            />
          ) : (
            <p>Choose an empty folder, or make a new one. Prices, runs and settings are copied to it.</p>
          ))}
        <StepWords step={step} />
      </div>
    </Dialog>
  );
}

function StepWords({ step }: { step: MoveStep }) {
  switch (step.name) {
    case 'asking':
    case 'looking':
      return null;
    case 'agreeing':
      return (
        <>
          <KeyValue
            facts={[
              { key: 'To', value: step.folder },
              { key: 'Is copied', value: formatBytes(step.bytes) },
              { key: 'Free there', value: formatBytes(step.free) },
            ]}
          />
          <p className={styles.quiet}>
            The copy is compared with the original, and Hindcast starts again on it. The old folder stays until you
            delete it.
          </p>
        </>
      );
    case 'moving':
      return <ProgressBar label="Moving the data" {...moveProgress(step.progress)} />;
    case 'opening':
      return <ProgressBar label="Opening the new folder" fraction={null} words="opening the new folder" />;
  }
}

function MoveButtons({ moving, typed, onClose }: { moving: FolderMoving; typed: string; onClose: () => void }) {
  const { step, look, choose, move, giveUp } = moving;
  switch (step.name) {
    case 'asking':
    case 'looking':
      return (
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isBusy={step.name === 'looking'}
            disabled={choose === null && typed.trim() === ''}
            {...(choose !== null && { icon: <FolderOpen aria-hidden /> })}
            onClick={() => void (choose ?? (() => look(typed)))()}
          >
            {choose === null ? 'Continue' : 'Choose a folder'}
          </Button>
        </>
      );
    case 'agreeing':
      return (
        <>
          <Button onClick={giveUp}>Back</Button>
          <Button variant="primary" onClick={() => void move(step.folder)}>
            Move the data
          </Button>
        </>
      );
    case 'moving':
      return <Button onClick={giveUp}>Stop</Button>;
    case 'opening':
      return null;
  }
}
