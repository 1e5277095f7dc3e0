import { ArrowLeftRight, X } from 'lucide-react';
import type { RunDetail } from '#shared/contract/run.ts';
import { goTo, hrefOf } from '../../app/routes/use-route.ts';
import { useAppDispatch } from '../../app/store/store.ts';
import { Button } from '../../ui/action/Button.tsx';
import { IconButton } from '../../ui/action/IconButton.tsx';
import { SimulatedBadge } from '../../ui/state/SimulatedBadge.tsx';
import { paramsInWords } from '../runs/list/params-in-words.ts';
import { compareToggled } from '../runs/workspace-slice.ts';
import styles from './compare.module.css';
import { letterOf } from './letter.ts';

/** Which runs stand beside each other: A and B are those of the address, and are told apart below. */
export function ComparedRuns({ runs }: { runs: readonly RunDetail[] }) {
  const dispatch = useAppDispatch();
  const [a, b] = runs;
  return (
    <header className={styles.header}>
      <h1>Compare</h1>
      <SimulatedBadge />
      {runs.map(({ run }, place) => (
        <span key={run.id} className={styles.run}>
          <span className={styles.letter}>{letterOf(place)}</span>
          <a href={hrefOf({ place: 'runs', run: run.id })}>{run.strategy.name}</a>
          <span className={styles.told} title={paramsInWords(run.params)}>
            {[run.series[0]?.symbol, paramsInWords(run.params)].filter(Boolean).join(' · ')}
          </span>
          {place > 1 && (
            <IconButton
              label={`Take ${letterOf(place)} away`}
              size="small"
              icon={<X aria-hidden />}
              onClick={() => dispatch(compareToggled(run.id))}
            />
          )}
        </span>
      ))}
      <span className={styles.space} />
      {a !== undefined && b !== undefined && (
        <Button
          size="small"
          icon={<ArrowLeftRight aria-hidden />}
          onClick={() => goTo({ place: 'compare', run: b.run.id, other: a.run.id })}
        >
          Swap A and B
        </Button>
      )}
    </header>
  );
}
