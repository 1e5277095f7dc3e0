import { ChevronDown, ChevronRight } from 'lucide-react';
import type { RunRow } from '#shared/contract/run.ts';
import { useAppDispatch } from '../../../app/store/store.ts';
import { compareToggled } from '../workspace-slice.ts';
import styles from './list.module.css';
import type { DayPart } from './list-window.ts';
import { RunLine } from './RunLine.tsx';

/** What is drawn of the runs of a day, which can be folded away. */
export function RunDay({
  part: { group, isOpen, hasHeading, items, first },
  isWhole,
  current,
  compared,
  onToggle,
}: {
  part: DayPart<RunRow>;
  /** All runs of the day are known. */
  isWhole: boolean;
  current: string | null;
  compared: readonly string[];
  onToggle: () => void;
}) {
  const dispatch = useAppDispatch();
  const { label } = group;
  const count = group.items.length;
  return (
    <section aria-label={label}>
      {hasHeading && (
        <button type="button" className={styles.day} aria-expanded={isOpen} onClick={onToggle}>
          {isOpen ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
          {label} <span>{isWhole ? count : `${count}+`}</span>
        </button>
      )}
      {items.length > 0 && (
        <ul>
          {items.map((run, place) => (
            <RunLine
              key={run.id}
              run={run}
              place={first + place + 1}
              count={isWhole ? count : -1}
              isCurrent={run.id === current}
              isCompared={compared.includes(run.id)}
              onCompare={() => dispatch(compareToggled(run.id))}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
