import { Play, Square } from 'lucide-react';
import { KeyHint } from '../../../app/shell/KeyHint.tsx';
import { useAppDispatch } from '../../../app/store/store.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { TextField } from '../../../ui/field/TextField.tsx';
import { Popover } from '../../../ui/overlay/Popover.tsx';
import { useSeriesListQuery } from '../../data/queries.ts';
import { useSamples } from '../../data/use-samples.ts';
import { SeriesChoice } from '../../runs/new-run/SeriesChoice.tsx';
import type { RunChoice } from '../desk-memory.ts';
import { runChosen } from '../desk-slice.ts';
import { STRATEGY_COMMANDS } from '../strategy-commands.ts';
import styles from './run.module.css';
import type { DeskRun } from './use-desk-run.ts';

/** What is run, on what, and the button that runs it. */
export function RunBar({
  strategy,
  choice,
  problem,
  run,
}: {
  strategy: string;
  choice: RunChoice;
  /** Why it can't be run as it is chosen. */
  problem: string | null;
  run: DeskRun;
}) {
  const dispatch = useAppDispatch();
  const { data: series = [], isSuccess } = useSeriesListQuery();
  const addSamples = useSamples();
  const set = (parts: Partial<RunChoice>) => dispatch(runChosen({ strategy, choice: { ...choice, ...parts } }));
  if (isSuccess && series.length === 0) {
    return (
      <Button size="small" onClick={() => void addSamples()}>
        Add sample data to run on
      </Button>
    );
  }
  return (
    <fieldset className={styles.bar} aria-label="Run">
      <Popover
        title="Run on"
        align="end"
        trigger={
          <Button size="small" variant="quiet">
            {problem ?? choiceInWords(choice)}
          </Button>
        }
      >
        <div className={styles.choice}>
          <SeriesChoice
            all={series}
            chosen={choice.series}
            problem={undefined}
            onChange={(chosen) => set({ series: [...chosen] })}
          />
          <div className={styles.days}>
            <TextField
              label="First day"
              placeholder="from the first bar"
              value={choice.from}
              onChange={(from) => set({ from })}
            />
            <TextField
              label="Last day"
              placeholder="to the last bar"
              value={choice.to}
              onChange={(to) => set({ to })}
            />
          </div>
          {problem !== null && (
            <p className={styles.problem} role="alert">
              {problem}
            </p>
          )}
          <p className={styles.note}>Money, costs and rules of fills are those of the last new run.</p>
        </div>
      </Popover>
      {run.isUnderWay ? (
        <Button size="small" icon={<Square aria-hidden />} onClick={run.stop}>
          Stop
        </Button>
      ) : (
        <Button
          size="small"
          variant="primary"
          icon={<Play aria-hidden />}
          hint={<KeyHint command={STRATEGY_COMMANDS.run.id} />}
          disabled={problem !== null}
          onClick={run.runNow}
        >
          Run
        </Button>
      )}
    </fieldset>
  );
}

function choiceInWords({ series, from, to }: RunChoice): string {
  const [first = '', ...others] = series;
  const [symbol = '', timeframe = ''] = first.split(':');
  const more = others.length > 0 ? ` +${others.length}` : '';
  const days = from === '' && to === '' ? 'all days' : `${from || 'first bar'} → ${to || 'last bar'}`;
  return `${symbol} ${timeframe}${more} · ${days}`;
}
