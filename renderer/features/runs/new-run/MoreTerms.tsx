import { NumberField } from '../../../ui/field/NumberField.tsx';
import { Select } from '../../../ui/field/Select.tsx';
import styles from './new-run.module.css';
import { type FormProblems, MOST_LEVERAGE, type RunForm } from './run-form.ts';

const TIMINGS = [
  { value: 'open', label: 'At the next open', detail: 'as it could have been' },
  { value: 'close', label: 'At the close that sends it', detail: 'optimistic' },
] as const;

type Terms = Pick<RunForm, 'leverage' | 'timing' | 'seed'>;

/** What most runs leave as it is; folded away, with what it is at present. */
export function MoreTerms({
  terms: { leverage, timing, seed },
  problems,
  onChange,
}: {
  terms: Terms;
  problems: FormProblems;
  onChange: (terms: Partial<Terms>) => void;
}) {
  const hasProblem = problems.leverage !== undefined || problems.seed !== undefined;
  const inWords = `leverage ${leverage ?? '–'}\u2009×, fills ${timing === 'open' ? 'at the next open' : 'at the close'}, seed ${seed ?? '–'}`;
  return (
    <details className={styles.more} {...(hasProblem && { open: true })}>
      <summary>
        More <span className={styles.about}>{inWords}</span>
      </summary>
      <div className={styles.pair}>
        <NumberField
          label="Leverage"
          unit="× equity"
          min={1}
          max={MOST_LEVERAGE}
          step={1}
          value={leverage}
          error={problems.leverage}
          onChange={(value) => onChange({ leverage: value })}
        />
        <Select
          label="Market orders fill"
          value={timing}
          options={TIMINGS}
          onChange={(value) => onChange({ timing: value })}
        />
        <NumberField
          label="Seed of chance"
          min={0}
          step={1}
          value={seed}
          error={problems.seed}
          onChange={(value) => onChange({ seed: value })}
        />
      </div>
    </details>
  );
}
