import { BellOff } from 'lucide-react';
import { JobItem } from '../../features/jobs/JobItem.tsx';
import { Drawer } from '../../ui/overlay/Drawer.tsx';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { isOver, selectJobs } from '../store/jobs-slice.ts';
import { overlayChanged } from '../store/shell-slice.ts';
import { useAppDispatch, useAppSelector } from '../store/store.ts';
import styles from './NotificationDrawer.module.css';

/** What has come to its end since the window opened. */
export function NotificationDrawer() {
  const dispatch = useAppDispatch();
  const isOpen = useAppSelector((state) => state.shell.overlay === 'notifications');
  const ended = useAppSelector(selectJobs).filter(isOver);
  return (
    <Drawer
      title="Notifications"
      isOpen={isOpen}
      onOpenChange={(open) => dispatch(overlayChanged(open ? 'notifications' : null))}
    >
      {ended.length === 0 && (
        <EmptyState icon={<BellOff aria-hidden />} title="All quiet" body="What ends while you work is told here." />
      )}
      <ul className={styles.list}>
        {ended.map((job) => (
          <li key={job.id}>
            <JobItem job={job} />
          </li>
        ))}
      </ul>
    </Drawer>
  );
}
