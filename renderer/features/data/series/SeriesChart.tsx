import { useChartErrors } from '../../../app/store/chart-errors.ts';
import { useSettings } from '../../../app/store/settings.ts';
import { ChartPane } from '../../../charts/ChartPane.tsx';
import type { ChartView } from '../../../charts/viewport/chart-view.ts';
import type { ViewportSource } from '../../../charts/viewport/viewport-source.ts';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import type { SeriesDetail } from '../queries.ts';
import { priceDecimals } from './price-decimals.ts';
import styles from './SeriesChart.module.css';

/** The bars of a series. */
export function SeriesChart({
  detail: { series, statistics },
  source,
  view,
}: {
  detail: SeriesDetail;
  source: ViewportSource;
  view: ChartView;
}) {
  const { hollowUp, palette } = useSettings();
  const { error, retry, ...asking } = useChartErrors();
  const { low, high, firstClose, lastClose } = statistics;
  const isHollow = hollowUp || palette === 'monochrome';
  return (
    <div className={styles.chart}>
      {error !== null && <ErrorState error={error} isCompact onRetry={retry} />}
      <ChartPane
        name={`${series.symbol} ${series.timeframe}`}
        source={source}
        view={view}
        decimals={priceDecimals(series.instrument.tickSize, [low, high, firstClose, lastClose])}
        candles={series.closeOnly ? 'line' : isHollow ? 'hollow' : 'candles'}
        hasVolume={statistics.withoutVolume < series.rows}
        hasTrades={false}
        {...asking}
      />
    </div>
  );
}
