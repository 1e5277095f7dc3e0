import { HardDrive } from 'lucide-react';
import { shownError } from '../../app/store/host-api.ts';
import { useShownError } from '../../app/store/shown-error.ts';
import { useCompactMutation, useDiskQuery } from '../../app/store/system.ts';
import { Button } from '../../ui/action/Button.tsx';
import { KeyValue } from '../../ui/figure/KeyValue.tsx';
import { notify } from '../../ui/overlay/notify.ts';
import { Popover } from '../../ui/overlay/Popover.tsx';
import { ErrorState } from '../../ui/state/ErrorState.tsx';
import { SkeletonLines } from '../../ui/state/Skeleton.tsx';
import { formatBytes } from './byte-size.ts';
import styles from './DiskUse.module.css';

/** What the data take on the disk, behind a button. */
export function DiskUse() {
  const { data: disk } = useDiskQuery();
  return (
    <Popover
      title="On the disk"
      align="end"
      trigger={
        <Button variant="quiet" icon={<HardDrive aria-hidden />}>
          {disk === undefined ? 'Disk' : formatBytes(disk.database + disk.backups + disk.uploads)}
        </Button>
      }
    >
      <DiskFacts />
    </Popover>
  );
}

/** What the data take on the disk, and a way to give back what nobody uses. */
export function DiskFacts() {
  const { data: disk, error, refetch } = useDiskQuery();
  const [compact, { isLoading: isCompacting }] = useCompactMutation();
  const failure = useShownError(error);
  const onCompact = async () => {
    const answer = await compact();
    if (answer.data !== undefined) {
      const { before, after } = answer.data;
      notify({ title: `${formatBytes(Math.max(0, before - after))} given back`, tone: 'ok' });
    } else {
      const refusal = shownError(answer.error);
      notify({ title: 'The data were not compacted', body: refusal?.message, tone: 'error' });
    }
  };
  if (disk === undefined && failure !== null) return <ErrorState error={failure} onRetry={refetch} />;
  if (disk === undefined) return <SkeletonLines label="Loading the disk use" lines={5} />;
  return (
    <div className={styles.disk}>
      <KeyValue
        facts={[
          { key: 'Data and runs', value: formatBytes(disk.database) },
          { key: '… of which unused', value: formatBytes(disk.reusable) },
          { key: 'Backups', value: formatBytes(disk.backups) },
          { key: 'Uploads', value: formatBytes(disk.uploads) },
          { key: 'Left on the disk', value: formatBytes(disk.free) },
        ]}
      />
      <div className={styles.actions}>
        <Button size="small" isBusy={isCompacting} onClick={() => void onCompact()}>
          Give back what is unused
        </Button>
      </div>
    </div>
  );
}
