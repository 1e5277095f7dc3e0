import { Delta } from '../../../ui/figure/Delta.tsx';
import { KeyValue } from '../../../ui/figure/KeyValue.tsx';
import { Kpi, KpiGrid } from '../../../ui/figure/Kpi.tsx';
import { formatMoney } from '../../../ui/format/money.ts';
import { formatPercent } from '../../../ui/format/percent.ts';
import { SimulatedBadge } from '../../../ui/state/SimulatedBadge.tsx';
import styles from '../Gallery.module.css';
import { Specimen, Specimens } from '../Specimen.tsx';

export function FigureSection() {
  return (
    <Specimens>
      <Specimen name="Delta: signed, with an arrow, flat, undefined">
        <div className={styles.row}>
          <Delta value={0.1842} text={formatPercent(0.1842)} />
          <Delta value={-0.0973} text={formatPercent(-0.0973)} />
          <Delta value={77.21} text={formatMoney(77.21, 'USDT')} />
          <Delta value={0.1842} text={formatPercent(0.1842)} hasArrow />
          <Delta value={-0.0328} text={formatPercent(-0.0328)} hasArrow />
          <Delta value={0} text={formatPercent(0)} hasArrow />
          <Delta value={Number.NaN} text={formatPercent(Number.NaN)} />
        </div>
      </Specimen>
      <Specimen name="KpiGrid and Kpi">
        <div style={{ width: '18.75rem' }}>
          <KpiGrid>
            <Kpi label="Net profit">
              <Delta value={0.1842} text={formatPercent(0.1842)} />
            </Kpi>
            <Kpi label="Sharpe" note="Arithmetic mean, √252, no risk-free rate">
              1.310
            </Kpi>
            <Kpi label="Max drawdown">
              <Delta value={-0.0973} text={formatPercent(-0.0973)} />
            </Kpi>
            <Kpi label="A figure with a name that is too long">1,284,100,000.10 USDT</Kpi>
          </KpiGrid>
        </div>
      </Specimen>
      <Specimen name="KeyValue">
        <div style={{ width: '18.75rem' }}>
          <KeyValue
            facts={[
              { key: 'Series', value: 'BTCUSDT · 1h' },
              { key: 'Range', value: '2021-01-01 → 2025-03-31' },
              { key: 'Result', value: <SimulatedBadge /> },
              { key: 'Hash', value: 'a41f8e2c77d0b5196c3e4f2a8d9b0c1e5f6a7b8c9d0e1f2a3b4c5d6e7f809c02' },
            ]}
          />
        </div>
      </Specimen>
    </Specimens>
  );
}
