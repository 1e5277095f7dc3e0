import { Delta } from '../../../ui/figure/Delta.tsx';
import { KeyValue } from '../../../ui/figure/KeyValue.tsx';
import { Kpi, KpiGrid } from '../../../ui/figure/Kpi.tsx';
import { formatCount } from '../../../ui/format/count.ts';
import { formatDuration } from '../../../ui/format/duration.ts';
import { formatPercent } from '../../../ui/format/percent.ts';
import { formatPrice } from '../../../ui/format/price.ts';
import { formatTime } from '../../../ui/format/time-utc.ts';
import { SectionHeading } from '../../../ui/layout/SectionHeading.tsx';
import { formatBytes } from '../byte-size.ts';
import type { SeriesDetail } from '../queries.ts';
import { instrumentFacts } from './instrument-words.ts';
import { priceDecimals } from './price-decimals.ts';
import styles from './SeriesFacts.module.css';

/** Figures, terms and keeping of a series. */
export function SeriesFacts({ detail, onShowRow }: { detail: SeriesDetail; onShowRow: (row: number) => void }) {
  const { series, statistics, runs } = detail;
  const { low, high, firstClose, lastClose, best, worst } = statistics;
  const decimals = priceDecimals(series.instrument.tickSize, [low, high, firstClose, lastClose]);
  const price = (value: number | null) => formatPrice(value ?? Number.NaN, decimals);
  const change = (lastClose ?? Number.NaN) / (firstClose ?? Number.NaN) - 1;
  return (
    <>
      <KpiGrid>
        <Kpi label="Bars">{formatCount(series.rows)}</Kpi>
        <Kpi label="Change" note="From the first close to the last">
          <Delta value={change} text={formatPercent(change)} />
        </Kpi>
        <Kpi label="Lowest low">{price(low)}</Kpi>
        <Kpi label="Highest high">{price(high)}</Kpi>
        <Kpi label="First close">{price(firstClose)}</Kpi>
        <Kpi label="Last close">{price(lastClose)}</Kpi>
      </KpiGrid>
      <SectionHeading>Bars</SectionHeading>
      <KeyValue
        facts={[
          { key: 'First (UTC)', value: formatTime(series.firstTime) },
          { key: 'Last (UTC)', value: formatTime(series.lastTime) },
          { key: 'Usual distance', value: formatDuration(statistics.medianStep ?? Number.NaN) },
          { key: 'Best bar', value: <ExtremeBar bar={best} onShowRow={onShowRow} /> },
          { key: 'Worst bar', value: <ExtremeBar bar={worst} onShowRow={onShowRow} /> },
          { key: 'Without volume', value: formatCount(statistics.withoutVolume) },
          { key: 'With one price', value: formatCount(statistics.flat) },
        ]}
      />
      <SectionHeading>Instrument</SectionHeading>
      <KeyValue facts={instrumentFacts(series.instrument)} />
      <SectionHeading>Kept</SectionHeading>
      <KeyValue
        facts={[
          { key: 'Runs that use it', value: formatCount(runs) },
          { key: 'On the disk', value: formatBytes(series.bytes) },
          { key: 'Updated (UTC)', value: formatTime(Math.floor(series.updatedAt / 1_000) * 1_000) },
          { key: 'Hash of the bars', value: <code className={styles.hash}>{series.hash}</code> },
        ]}
      />
    </>
  );
}

function ExtremeBar({ bar, onShowRow }: { bar: SeriesDetail['statistics']['best']; onShowRow: (row: number) => void }) {
  if (bar === null) return '–';
  return (
    <button type="button" className={styles.bar} onClick={() => onShowRow(bar.row)} title="Show it in the chart">
      <Delta value={bar.value} text={formatPercent(bar.value)} />
    </button>
  );
}
