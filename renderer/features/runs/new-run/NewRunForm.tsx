import type { Series } from '#shared/contract/market.ts';
import { NumberField } from '../../../ui/field/NumberField.tsx';
import { Select } from '../../../ui/field/Select.tsx';
import { TextField } from '../../../ui/field/TextField.tsx';
import { CostsChoice } from './CostsChoice.tsx';
import { MoreTerms } from './MoreTerms.tsx';
import styles from './new-run.module.css';
import type { FormProblems, RunForm } from './run-form.ts';
import { SeriesChoice } from './SeriesChoice.tsx';
import { StrategyParams } from './StrategyParams.tsx';
import { SEMANTICS_OPTIONS } from './semantics.ts';

export interface LibraryEntry {
  id: string;
  name: string;
  description: string;
}

/** What a run is made of: strategy and parameters on the left, data and money on the right. */
export function NewRunForm({
  form,
  problems,
  library,
  series,
  onChange,
}: {
  form: RunForm;
  problems: FormProblems;
  library: readonly LibraryEntry[];
  series: readonly Series[];
  onChange: (form: RunForm) => void;
}) {
  const set = (parts: Partial<RunForm>) => onChange({ ...form, ...parts });
  const { strategy } = form;
  const about = library.find(({ id }) => id === strategy)?.description;
  return (
    <div className={styles.form}>
      <div className={styles.column}>
        <Select
          label="Strategy"
          value={strategy}
          options={library.map(({ id, name }) => ({ value: id, label: name }))}
          error={problems.strategy}
          onChange={(id) => set({ strategy: id })}
        />
        {about !== undefined && about !== '' && <p className={styles.about}>{about}</p>}
        {strategy !== null && (
          <StrategyParams
            strategy={strategy}
            values={form.params[strategy] ?? {}}
            onChange={(params) => set({ params: { ...form.params, [strategy]: params } })}
          />
        )}
      </div>
      <div className={styles.column}>
        <SeriesChoice
          all={series}
          chosen={form.series}
          problem={problems.series}
          onChange={(chosen) => set({ series: chosen })}
        />
        <div className={styles.pair}>
          <TextField
            label="First day"
            placeholder="from the first bar"
            value={form.from}
            error={problems.from}
            onChange={(from) => set({ from })}
          />
          <TextField
            label="Last day"
            placeholder="to the last bar"
            value={form.to}
            error={problems.to}
            onChange={(to) => set({ to })}
          />
        </div>
        <div className={styles.pair}>
          <NumberField
            label="Cash"
            min={0}
            step={1_000}
            value={form.cash}
            error={problems.cash}
            onChange={(cash) => set({ cash })}
          />
          <Select
            label="Fills as in"
            value={form.semantics}
            options={SEMANTICS_OPTIONS}
            onChange={(semantics) => set({ semantics })}
          />
        </div>
        <CostsChoice costs={form.costs} problems={problems} onChange={(costs) => set({ costs })} />
        <MoreTerms terms={form} problems={problems} onChange={set} />
      </div>
    </div>
  );
}
