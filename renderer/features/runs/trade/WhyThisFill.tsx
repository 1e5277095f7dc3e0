import { X } from 'lucide-react';
import type { ApiError } from '#shared/contract/errors.ts';
import type { Ms } from '#shared/domain/units.ts';
import { useAppDispatch } from '../../../app/store/store.ts';
import { IconButton } from '../../../ui/action/IconButton.tsx';
import { Delta } from '../../../ui/figure/Delta.tsx';
import { formatCount } from '../../../ui/format/count.ts';
import { formatMoney } from '../../../ui/format/money.ts';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/state/Skeleton.tsx';
import { useTradeQuery } from '../queries.ts';
import { EXIT_WORDS } from '../tables/exit-words.ts';
import { tradeSelected } from '../workspace-slice.ts';
import { FillCard } from './FillCard.tsx';
import styles from './trade.module.css';

/** The selected trade: why it was entered and left where it was. */
export function WhyThisFill({
  run,
  trade,
  currency,
  barLength,
}: {
  run: string;
  trade: number;
  currency: string;
  barLength: Ms;
}) {
  const dispatch = useAppDispatch();
  const { data, error, refetch } = useTradeQuery({ run, trade });
  return (
    <div className={styles.why}>
      <header className={styles.header}>
        <h2>Trade {formatCount(trade + 1)}</h2>
        {data !== undefined && <Delta value={data.trade.pnl} text={formatMoney(data.trade.pnl, currency)} />}
        <IconButton
          label="Close the trade"
          size="small"
          icon={<X aria-hidden />}
          onClick={() => dispatch(tradeSelected(null))}
        />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.body} tabIndex={0} aria-label="Fills">
        {error !== undefined && <ErrorState error={error as ApiError} isCompact onRetry={() => void refetch()} />}
        {data === undefined && error === undefined && <SkeletonLines label="Fills" lines={8} />}
        {data !== undefined && (
          <>
            <FillCard
              title={data.trade.side === 'long' ? 'Bought' : 'Sold short'}
              fill={data.entry}
              barLength={barLength}
            />
            {data.exit === null ? (
              <p className={styles.sentence}>It is still open where the data ends.</p>
            ) : (
              <FillCard title={`Left by ${EXIT_WORDS[data.trade.exitReason]}`} fill={data.exit} barLength={barLength} />
            )}
          </>
        )}
      </section>
    </div>
  );
}
