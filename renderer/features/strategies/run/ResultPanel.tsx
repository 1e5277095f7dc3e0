import clsx from 'clsx';
import { ChartLine } from 'lucide-react';
import { useMemo } from 'react';
import type { RunDetail } from '#shared/contract/run.ts';
import { client } from '../../../app/api/client.ts';
import { hrefOf } from '../../../app/routes/use-route.ts';
import { KeyHint } from '../../../app/shell/KeyHint.tsx';
import { useChartErrors } from '../../../app/store/chart-errors.ts';
import { useShownError } from '../../../app/store/shown-error.ts';
import { SeriesPane } from '../../../charts/SeriesPane.tsx';
import { createChartView } from '../../../charts/viewport/chart-view.ts';
import { BENCHMARK, DRAWDOWN, EQUITY } from '../../../charts/viewport/from-contract.ts';
import { EmptyState } from '../../../ui/state/EmptyState.tsx';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import { equitySource } from '../../runs/chart/run-source.ts';
import { RunKpis } from '../../runs/inspector/RunKpis.tsx';
import { useRunQuery } from '../../runs/queries.ts';
import { STRATEGY_COMMANDS } from '../strategy-commands.ts';
import styles from './run.module.css';
import type { DeskRun } from './use-desk-run.ts';

const LINES = [
  { id: EQUITY, name: 'Equity' },
  { id: BENCHMARK, name: 'Buy & hold' },
];

/** What came of the last run: figures and equity. While another one is on its way, the last one stays, dimmed. */
export function ResultPanel({ run }: { run: DeskRun }) {
  const { data, currentData, error, refetch } = useRunQuery(run.run ?? 'last', { skip: run.run === null });
  const shown = useShownError(error);
  const detail = run.run === null ? undefined : (currentData ?? data);
  const isOld = run.isUnderWay || run.error !== null || currentData === undefined;
  return (
    <section aria-label="Result" data-run={detail?.run.id}>
      {run.error !== null && <ErrorState error={run.error} isCompact />}
      {shown !== null && <ErrorState error={shown} isCompact onRetry={() => void refetch()} />}
      {detail === undefined && run.error === null && (
        <EmptyState
          icon={<ChartLine aria-hidden />}
          title={run.isUnderWay ? 'Running' : 'Not run yet'}
          body={
            run.isUnderWay ? undefined : (
              <>
                <KeyHint command={STRATEGY_COMMANDS.run.id} /> runs the text as it stands.
              </>
            )
          }
        />
      )}
      {detail !== undefined && (
        <div className={clsx(styles.result, isOld && styles.dimmed)} aria-busy={isOld}>
          <Result detail={detail} />
        </div>
      )}
    </section>
  );
}

function Result({ detail }: { detail: RunDetail }) {
  const { run, result } = detail;
  return (
    <>
      {run.failure !== null && (
        <p className={styles.failure} role="alert">
          <b>{run.failure.message}</b> What happened before is kept.
        </p>
      )}
      {run.error !== null && <ErrorState error={run.error} isCompact />}
      {result !== null && (
        <>
          <RunKpis metrics={result.metrics} currency={run.currency} />
          <EquityChart key={`${result.bars} ${result.firstTime}`} detail={detail} bars={result.bars} />
        </>
      )}
      <a className={styles.open} href={hrefOf({ place: 'runs', run: run.id })}>
        Trades, charts and checks in Runs
      </a>
    </>
  );
}

function EquityChart({ detail, bars }: { detail: RunDetail; bars: number }) {
  const { id, series } = detail.run;
  const timeframe = series[0]?.timeframe ?? '1d';
  const view = useMemo(() => createChartView(bars), [bars]);
  // Runs over the same bars take each other's place in the chart.
  const source = useMemo(
    () => ({ ...equitySource(client.runs, { id, bars, timeframe }), series: 'desk' }),
    [id, bars, timeframe],
  );
  const { error, retry, ...asking } = useChartErrors();
  return (
    <div className={styles.equity}>
      {error !== null && <ErrorState error={error} isCompact onRetry={retry} />}
      <SeriesPane
        name="Equity"
        source={source}
        view={view}
        lines={LINES}
        drawdown={DRAWDOWN}
        decimals={0}
        {...asking}
      />
    </div>
  );
}
