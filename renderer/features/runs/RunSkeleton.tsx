import { Skeleton, SkeletonLines } from '../../ui/state/Skeleton.tsx';
import styles from './runs.module.css';

/** The places of a run's charts, tables and inspector, while nothing of it is known. */
export function RunSkeleton() {
  return (
    <div className={styles.skeleton}>
      <div>
        <Skeleton height="100%" />
      </div>
      <div>
        <Skeleton height="100%" />
      </div>
      <div>
        <Skeleton height="100%" />
      </div>
      <div>
        <SkeletonLines label="Loading the run" lines={3} />
        <Skeleton height="16rem" />
        <SkeletonLines label="Loading the checks" lines={4} />
      </div>
    </div>
  );
}
