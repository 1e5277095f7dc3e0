import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { RunRow } from '#shared/contract/run.ts';
import { useAppDispatch } from '../../../app/store/store.ts';
import { compareToggled } from '../workspace-slice.ts';
import type { DayGroup } from './days.ts';
import styles from './list.module.css';
import { RunLine } from './RunLine.tsx';

/** The runs of a day, which can be folded away. */
export function RunDay({
  group: { label, items },
  current,
  compared,
}: {
  group: DayGroup<RunRow>;
  current: string | null;
  compared: readonly string[];
}) {
  const dispatch = useAppDispatch();
  const id = useId();
  const [isOpen, setOpen] = useState(true);
  return (
    <section aria-label={label}>
      <button
        type="button"
        className={styles.day}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
        {label} <span>{items.length}</span>
      </button>
      <ul id={id} hidden={!isOpen}>
        {isOpen &&
          items.map((run) => (
            <RunLine
              key={run.id}
              run={run}
              isCurrent={run.id === current}
              isCompared={compared.includes(run.id)}
              onCompare={() => dispatch(compareToggled(run.id))}
            />
          ))}
      </ul>
    </section>
  );
}
