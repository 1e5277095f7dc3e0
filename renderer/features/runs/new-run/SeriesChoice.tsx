import { useState } from 'react';
import type { Series } from '#shared/contract/market.ts';
import { Checkbox } from '../../../ui/field/Checkbox.tsx';
import { TextField } from '../../../ui/field/TextField.tsx';
import { formatCount } from '../../../ui/format/count.ts';
import { formatDay } from '../../../ui/format/time-utc.ts';
import styles from './new-run.module.css';

/** More than this are found by typing. */
const MOST_WITHOUT_SEARCH = 8;

/** The series that a run reads: the first one that was ticked is the main one. */
export function SeriesChoice({
  all,
  chosen,
  problem,
  onChange,
}: {
  all: readonly Series[];
  chosen: readonly string[];
  problem: string | undefined;
  onChange: (chosen: readonly string[]) => void;
}) {
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const listed = all.filter(({ id }) => chosen.includes(id) || id.toLowerCase().includes(wanted));
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>Data</legend>
      {all.length > MOST_WITHOUT_SEARCH && (
        <TextField label="Find a series" isLabelHidden placeholder="Find a series" value={text} onChange={setText} />
      )}
      <div className={styles.series}>
        {listed.map(({ id, symbol, timeframe, rows, firstTime, lastTime }) => (
          <div key={id} className={styles.seriesLine}>
            <Checkbox
              label={`${symbol} ${timeframe}${id === chosen[0] && chosen.length > 1 ? ' (main)' : ''}`}
              isChecked={chosen.includes(id)}
              onChange={(isOn) => onChange(isOn ? [...chosen, id] : chosen.filter((one) => one !== id))}
            />
            <span>
              {formatCount(rows)} bars, {formatDay(firstTime)} → {formatDay(lastTime)}
            </span>
          </div>
        ))}
        {all.length === 0 && <p className={styles.seriesLine}>There are no prices yet: import some under Data.</p>}
      </div>
      {problem !== undefined && <p className={styles.problem}>{problem}</p>}
    </fieldset>
  );
}
