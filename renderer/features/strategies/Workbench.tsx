import { useCallback } from 'react';
import { goTo } from '../../app/routes/use-route.ts';
import { useAppDispatch } from '../../app/store/store.ts';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { ErrorState } from '../../ui/state/ErrorState.tsx';
import { SkeletonLines } from '../../ui/state/Skeleton.tsx';
import { strategyClosed } from './desk-slice.ts';
import { desk } from './draft/desk.ts';
import { useOpenStrategy } from './draft/use-open-strategy.ts';
import { useStrategiesQuery } from './queries.ts';
import { StrategyDesk } from './StrategyDesk.tsx';
import { StrategyTabs } from './StrategyTabs.tsx';
import { useDesk } from './use-desk.ts';
import styles from './workbench.module.css';

const MOST = 500;

/** The strategies that are open, one of them shown. */
export function Workbench({ id }: { id: string }) {
  const dispatch = useAppDispatch();
  const open = useDesk((state) => state.open);
  const { strategy, detail, error, retry } = useOpenStrategy(id);
  const { data: listed } = useStrategiesQuery({ limit: MOST });
  const { data: archived } = useStrategiesQuery({ limit: MOST, archived: true });
  const rows = [...(listed?.rows ?? []), ...(archived?.rows ?? [])];

  const close = useCallback(
    (closed: string) => {
      const place = open.indexOf(closed);
      const rest = open.filter((other) => other !== closed);
      dispatch(strategyClosed(closed));
      if (closed === id) goTo({ place: 'strategies', strategy: rest[place] ?? rest.at(-1) ?? null });
      void desk.close(closed);
    },
    [dispatch, open, id],
  );
  const step = useCallback(
    (by: 1 | -1) => {
      const next = open[(open.indexOf(id) + by + open.length) % open.length];
      if (next !== undefined) goTo({ place: 'strategies', strategy: next });
    },
    [open, id],
  );
  return (
    <div className={styles.workbench}>
      <h1 className={styles.unseen}>{detail?.name ?? 'Strategy'}</h1>
      <StrategyTabs open={open} current={id} rows={rows} onClose={close} />
      {error !== null && <ErrorState error={error} onRetry={retry} />}
      {strategy === null || detail === null ? (
        error === null && <SkeletonLines label="Strategy" lines={8} />
      ) : (
        <StrategyDesk key={id} open={strategy} detail={detail} onClose={close} onStep={step} />
      )}
      {error !== null && strategy === null && <EmptyState title="This strategy can’t be opened" />}
    </div>
  );
}
