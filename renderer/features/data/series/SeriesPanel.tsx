import { MousePointerClick, Play, SearchX, Trash2 } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import type { Series } from '#shared/contract/market.ts';
import { client } from '../../../app/api/client.ts';
import { useShownError } from '../../../app/store/shown-error.ts';
import { createChartView } from '../../../charts/viewport/chart-view.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { IconButton } from '../../../ui/action/IconButton.tsx';
import { Panel } from '../../../ui/layout/Panel.tsx';
import { EmptyState } from '../../../ui/state/EmptyState.tsx';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/state/Skeleton.tsx';
import { useNewRun } from '../../runs/use-new-run.ts';
import { type SeriesDetail, useSeriesDetailQuery } from '../queries.ts';
import { GapMapStrip } from './GapMapStrip.tsx';
import type { GapMapCell } from './gap-map.ts';
import { SeriesChart } from './SeriesChart.tsx';
import { SeriesInspector } from './SeriesInspector.tsx';
import styles from './SeriesPanel.module.css';
import { seriesSource } from './series-source.ts';

/** For the place of a time, ms: later it would come as a surprise. */
const LONGEST_WAIT = 10_000;

/** Everything about one series. */
export function SeriesPanel({ id, onDelete }: { id: string; onDelete: (series: Series) => void }) {
  const { currentData: detail, error, refetch } = useSeriesDetailQuery(id);
  const failure = useShownError(error);
  if (detail === undefined && failure?.code === 'data.no-such-series') return <NoSuchSeries />;
  if (detail === undefined && failure !== null) return <ErrorState error={failure} onRetry={refetch} />;
  if (detail === undefined) return <SkeletonLines label="Loading the series" lines={8} />;
  // Bars that changed are another chart.
  return <ShownSeries key={detail.series.hash} detail={detail} onDelete={() => onDelete(detail.series)} />;
}

function ShownSeries({ detail, onDelete }: { detail: SeriesDetail; onDelete: () => void }) {
  const { id, symbol, timeframe, source, rows } = detail.series;
  const chartSource = useMemo(() => seriesSource(client, { id, rows, timeframe }), [id, rows, timeframe]);
  const view = useMemo(() => createChartView(rows), [rows]);
  const newRun = useNewRun();
  const showRow = useCallback(
    (row: number) => {
      view.goTo(row);
      view.point(row);
    },
    [view],
  );
  const showCell = useCallback(
    ({ time }: GapMapCell) => {
      // Where the host doesn't answer, the window says so; there is nothing to add.
      chartSource.rowAt(time, AbortSignal.timeout(LONGEST_WAIT)).then(showRow, () => {});
    },
    [chartSource, showRow],
  );
  return (
    <div className={styles.series}>
      <Panel
        title={`${symbol} ${timeframe}`}
        badge={<span className={styles.source}>{source}</span>}
        actions={
          <>
            <Button variant="quiet" size="small" icon={<Play aria-hidden />} onClick={() => newRun({ series: [id] })}>
              Run a strategy
            </Button>
            <IconButton label="Delete this dataset" icon={<Trash2 aria-hidden />} size="small" onClick={onDelete} />
          </>
        }
      >
        <div className={styles.pictures}>
          <SeriesChart detail={detail} source={chartSource} view={view} />
          <GapMapStrip coverage={detail.coverage} onPick={showCell} />
        </div>
      </Panel>
      <SeriesInspector detail={detail} onShowRow={showRow} />
    </div>
  );
}

/** An address that leads to a series that was deleted, or never was. */
function NoSuchSeries() {
  return (
    <EmptyState icon={<SearchX aria-hidden />} title="This dataset isn’t here" body="Choose one in the list above." />
  );
}

/** Before a series is chosen. */
export function NoSeries() {
  return (
    <EmptyState
      icon={<MousePointerClick aria-hidden />}
      title="Choose a dataset"
      body="Its chart, statistics and gaps appear here."
    />
  );
}
