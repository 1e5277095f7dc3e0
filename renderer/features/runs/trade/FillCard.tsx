import type { Fill } from '#shared/contract/run.ts';
import type { Ms } from '#shared/domain/units.ts';
import { KeyValue } from '../../../ui/figure/KeyValue.tsx';
import { formatCount } from '../../../ui/format/count.ts';
import { formatMoney } from '../../../ui/format/money.ts';
import { formatPrice } from '../../../ui/format/price.ts';
import { timeFormat } from '../tables/trade-columns.tsx';
import { formatUnits } from '../tables/units.ts';
import { fillCosts, segmentInWords } from './fill-words.ts';
import styles from './trade.module.css';

/** Why a fill happened, at which bar and price, and what it cost. */
export function FillCard({ title, fill, barLength }: { title: string; fill: Fill; barLength: Ms }) {
  const { open, high, low, close } = fill;
  const costs = fillCosts(fill);
  const price = (value: number | null) => formatPrice(value ?? Number.NaN);
  return (
    <section className={styles.fill} aria-label={title}>
      <h3>
        {title}
        <span className={styles.when}>
          {timeFormat(barLength)(fill.time)} · bar {formatCount(fill.index + 1)}
        </span>
      </h3>
      <p className={styles.sentence}>{fill.why}</p>
      {fill.ambiguous && <p className={styles.ambiguous}>Another order could as well have filled first in this bar.</p>}
      <KeyValue
        facts={[
          { key: 'Price', value: `${formatUnits(fill.qty)} at ${formatPrice(fill.price)}` },
          { key: 'Before costs', value: formatPrice(fill.reference) },
          { key: 'On the way', value: segmentInWords(fill.segment) },
          { key: 'Open → close', value: `${price(open)} → ${price(close)}` },
          { key: 'Low … high', value: `${price(low)} … ${price(high)}` },
          { key: 'Commission', value: formatMoney(costs.commission) },
          { key: 'Half spread', value: formatMoney(costs.spread) },
          { key: 'Slippage', value: formatMoney(costs.slippage) },
        ]}
      />
    </section>
  );
}
