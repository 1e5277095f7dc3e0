import { useEffect, useMemo, useState } from 'react';
import type { RunRow } from '#shared/contract/run.ts';
import { Skeleton } from '../../../ui/state/Skeleton.tsx';
import { useNow } from '../use-now.ts';
import { groupByDay } from './days.ts';
import styles from './list.module.css';
import { listWindow } from './list-window.ts';
import { RunDay } from './RunDay.tsx';
import { useScrollView } from './use-scroll-view.ts';

/** Heights of a day's heading and of a run, in rem, as the stylesheet has them. */
const HEADING = 1.5;
const LINE = 2.625;

/** Runs by day, newest first. Only what is seen of them is drawn, and loaded. */
export function RunList({
  runs,
  total,
  current,
  compared,
  onEnd,
}: {
  /** Those that are loaded, of `total`. */
  runs: readonly RunRow[];
  total: number;
  current: string | null;
  compared: readonly string[];
  /** Called while the end of what is loaded is in sight and there is more. */
  onEnd: () => void;
}) {
  const now = useNow();
  const { ref, view } = useScrollView();
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set());
  const groups = useMemo(() => groupByDay(runs, now), [runs, now]);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const { parts, before, after, reachesEnd } = listWindow(groups, folded, {
    heading: HEADING * rem,
    line: LINE * rem,
    ...view,
  });
  const missing = total - runs.length;
  const wantsMore = missing > 0 && reachesEnd;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page that came may leave the end in sight
  useEffect(() => {
    if (wantsMore) onEnd();
  }, [wantsMore, onEnd, runs]);
  const toggle = (day: number) => setFolded((days) => (days.has(day) ? without(days, day) : new Set([...days, day])));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.list} ref={ref} tabIndex={0} aria-label={`${total} runs`}>
      <div style={{ paddingTop: before, paddingBottom: after }}>
        {parts.map((part) => (
          <RunDay
            key={part.group.day}
            part={part}
            isWhole={missing === 0 || part.group !== groups.at(-1)}
            current={current}
            compared={compared}
            onToggle={() => toggle(part.group.day)}
          />
        ))}
      </div>
      {missing > 0 && (
        <div style={{ height: missing * LINE * rem }}>
          {wantsMore && (
            <div role="status" aria-label="Loading more runs" className={styles.skeleton}>
              <Skeleton width="70%" />
              <Skeleton width="45%" />
            </div>
          )}
        </div>
      )}
    </section>
  );
}

function without(days: ReadonlySet<number>, day: number): ReadonlySet<number> {
  return new Set([...days].filter((one) => one !== day));
}
