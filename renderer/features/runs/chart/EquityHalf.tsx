import clsx from 'clsx';
import { useMemo } from 'react';
import { client } from '../../../app/api/client.ts';
import { useChartErrors } from '../../../app/store/chart-errors.ts';
import { useAppDispatch } from '../../../app/store/store.ts';
import { SeriesPane } from '../../../charts/SeriesPane.tsx';
import type { ChartView } from '../../../charts/viewport/chart-view.ts';
import { BENCHMARK, DRAWDOWN, EQUITY } from '../../../charts/viewport/from-contract.ts';
import { SegmentedControl } from '../../../ui/action/SegmentedControl.tsx';
import { ToggleButton } from '../../../ui/action/ToggleButton.tsx';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import { useWorkspace } from '../use-workspace.ts';
import { equityModeChosen } from '../workspace-slice.ts';
import styles from './chart.module.css';
import { equitySource, type ShownRun } from './run-source.ts';

const LINES = [
  { id: EQUITY, name: 'Equity' },
  { id: BENCHMARK, name: 'Buy & hold' },
];

/** Equity beside what buying and holding would have made, and the drawdown below. */
export function EquityHalf({
  shown,
  view,
  isLinked,
  onLinked,
  onStepTrade,
}: {
  shown: ShownRun;
  view: ChartView;
  /** It shows the same bars as the prices above. */
  isLinked: boolean;
  onLinked: (isLinked: boolean) => void;
  onStepTrade: (step: -1 | 1) => void;
}) {
  const dispatch = useAppDispatch();
  const mode = useWorkspace((state) => state.equityMode);
  const { error, retry, ...asking } = useChartErrors();
  const source = useMemo(() => equitySource(client.runs, shown), [shown]);
  return (
    <div className={clsx(styles.half, styles.equity)}>
      <fieldset className={styles.equityTools} aria-label="Equity chart">
        <ToggleButton isOn={isLinked} onChange={onLinked}>
          Linked
        </ToggleButton>
        <SegmentedControl
          label="Equity as"
          segments={[
            { value: 'linear', label: 'Linear' },
            { value: 'log', label: 'Log' },
            { value: 'returns', label: 'Returns' },
          ]}
          value={mode}
          onChange={(chosen) => dispatch(equityModeChosen(chosen))}
        />
      </fieldset>
      {error !== null && <ErrorState error={error} isCompact onRetry={retry} />}
      <div className={styles.pane}>
        <SeriesPane
          name="Equity"
          source={source}
          view={view}
          lines={LINES}
          drawdown={DRAWDOWN}
          mode={mode}
          decimals={0}
          onStepTrade={onStepTrade}
          {...asking}
        />
      </div>
    </div>
  );
}
