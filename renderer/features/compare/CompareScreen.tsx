import { useMemo, useState } from 'react';
import { shallowEqual } from 'react-redux';
import type { RunDetail } from '#shared/contract/run.ts';
import { useShownError } from '../../app/store/shown-error.ts';
import { SplitPane } from '../../ui/layout/SplitPane.tsx';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { ErrorState } from '../../ui/state/ErrorState.tsx';
import { SkeletonLines } from '../../ui/state/Skeleton.tsx';
import { useRunQuery } from '../runs/queries.ts';
import { useWindowLength } from '../runs/use-window-length.ts';
import { useWorkspace } from '../runs/use-workspace.ts';
import { CompareChart, type DrawnRun } from './CompareChart.tsx';
import { ComparedRuns } from './ComparedRuns.tsx';
import styles from './compare.module.css';
import { KpiMatrixTable } from './KpiMatrixTable.tsx';
import { letterOf } from './letter.ts';
import { RunDifferences } from './RunDifferences.tsx';

/** Of the figures of one run, and of each more beside what it differs by, px, up to a share of the window. */
const FIGURES_WIDTH = 300;
const WIDTH_MORE = 180;
const MOST_SHARE = 0.52;

/** Two runs beside each other, and up to two more that are ticked. */
export function CompareScreen({ run, other }: { run: string; other: string }) {
  const compared = useWorkspace((state) => state.compared);
  const [third, fourth] = compared.filter((id) => id !== run && id !== other);
  const first = useRunQuery(run);
  const second = useRunQuery(other);
  const more = [
    useRunQuery(third ?? '', { skip: third === undefined }),
    useRunQuery(fourth ?? '', { skip: fourth === undefined }),
  ];
  const error = useShownError(first.error ?? second.error);
  const runs = useSameArray(
    [first, second, ...more].flatMap(({ currentData }) => (currentData === undefined ? [] : [currentData])),
  );
  if (error !== null) return <ErrorState heading="Compare" error={error} />;
  if (first.currentData === undefined || second.currentData === undefined) {
    return <SkeletonLines label="Loading the runs" lines={12} />;
  }
  return <Comparison runs={runs} run={first.currentData.run.id} other={second.currentData.run.id} />;
}

function Comparison({ runs, run, other }: { runs: readonly RunDetail[]; run: string; other: string }) {
  const [width, setWidth] = useState<number | null>(null);
  const window = useWindowLength('innerWidth');
  const [height, setHeight] = useState(300);
  const drawn = useMemo(() => drawnRuns(runs), [runs]);
  return (
    <section className={styles.screen} aria-label="Comparison">
      <ComparedRuns runs={runs} />
      <SplitPane
        label="Height of the chart"
        direction="column"
        size={height}
        min={140}
        max={640}
        onResize={setHeight}
        first={
          drawn.length === 0 ? (
            <EmptyState title="No results" body="None of these runs has a result to draw." />
          ) : (
            <CompareChart runs={drawn} />
          )
        }
        second={
          <SplitPane
            label="Width of the figures"
            direction="row"
            size={width ?? Math.min(FIGURES_WIDTH + WIDTH_MORE * (runs.length - 1), Math.round(window * MOST_SHARE))}
            min={300}
            max={900}
            onResize={setWidth}
            first={<KpiMatrixTable runs={runs} />}
            second={<RunDifferences run={run} other={other} />}
          />
        }
      />
    </section>
  );
}

/** Those with a result, under the letters that they have beside the others. */
function drawnRuns(runs: readonly RunDetail[]): DrawnRun[] {
  return runs.flatMap(({ run, result }, place) => (result === null ? [] : [{ letter: letterOf(place), run, result }]));
}

/** The array of the last render while its items are the same. */
function useSameArray<T>(items: readonly T[]): readonly T[] {
  const [kept, keep] = useState(items);
  if (kept !== items && shallowEqual(kept, items)) return kept;
  if (kept !== items) keep(items);
  return items;
}
