import type { RunDetail } from '#shared/contract/run.ts';
import { KeyValue } from '../../../ui/figure/KeyValue.tsx';
import { formatMoney } from '../../../ui/format/money.ts';
import { formatPercent } from '../../../ui/format/percent.ts';
import { SectionHeading } from '../../../ui/layout/SectionHeading.tsx';
import styles from './inspector.module.css';

/** What trading cost, by what it was for. */
export function CostsSection({
  costs: { commission, spread, slippage, shareOfGrossProfit },
  currency,
}: {
  costs: NonNullable<RunDetail['result']>['costs'];
  currency: string;
}) {
  const share = shareOfGrossProfit === null ? undefined : `${formatPercent(shareOfGrossProfit, 1)} of gross profit`;
  return (
    <section aria-label="Costs">
      <SectionHeading aside={share}>Costs</SectionHeading>
      <div className={styles.section}>
        <KeyValue
          facts={[
            { key: 'Commission', value: formatMoney(commission, currency) },
            { key: 'Half spreads', value: formatMoney(spread, currency) },
            { key: 'Slippage', value: formatMoney(slippage, currency) },
          ]}
        />
      </div>
    </section>
  );
}
