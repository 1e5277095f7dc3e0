import type { StrategyParam } from '#shared/contract/strategies.ts';
import { QUICK_METRICS, SEARCH_METHODS } from '#shared/contract/sweeps.ts';
import type { ParamValue } from '#shared/domain/manifest.ts';
import { METRIC_CATALOG, type MetricId } from '#shared/domain/metric-catalog.ts';
import { NumberField } from '../../../ui/field/NumberField.tsx';
import { Select } from '../../../ui/field/Select.tsx';
import { TextField } from '../../../ui/field/TextField.tsx';
import { paramValueInWords } from '../../runs/list/params-in-words.ts';
import { AxisFields } from './AxisFields.tsx';
import { METHOD_WORDS } from './method-words.ts';
import styles from './new-sweep.module.css';
import type { AxisForm, FormProblems, SweepForm } from './sweep-form.ts';

const METHODS = SEARCH_METHODS.map((value) => ({ value, ...METHOD_WORDS[value] }));
const GOALS = [
  { value: 'maximum', label: 'the most' },
  { value: 'minimum', label: 'the least' },
] as const;
const QUICK: readonly MetricId[] = QUICK_METRICS;
const METRICS = (Object.keys(METRIC_CATALOG) as MetricId[])
  .toSorted((a, b) => Number(QUICK.includes(b)) - Number(QUICK.includes(a)))
  .map((value) => ({ value, label: METRIC_CATALOG[value].label, detail: METRIC_CATALOG[value].group }));

/** Which parameters are searched, how, and for what. */
export function NewSweepForm({
  form,
  params,
  values,
  problems,
  onChange,
}: {
  form: SweepForm;
  params: readonly StrategyParam[];
  /** Of the run. */
  values: Readonly<Record<string, ParamValue>>;
  problems: FormProblems;
  onChange: (changed: SweepForm) => void;
}) {
  const set = (parts: Partial<SweepForm>) => onChange({ ...form, ...parts });
  const setAxis = (changed: AxisForm) =>
    set({ axes: form.axes.map((axis) => (axis.name === changed.name ? changed : axis)) });
  const usualOf = (name: string) => params.find((param) => param.name === name)?.default ?? '';
  return (
    <div className={styles.form}>
      <div className={styles.axes}>
        <div className={styles.heads} aria-hidden>
          <span>Parameter</span>
          <span>From</span>
          <span>To</span>
          <span>Spread</span>
          <span>Step or values</span>
        </div>
        {form.axes.map((axis) => (
          <AxisFields
            key={axis.name}
            axis={axis}
            fixed={paramValueInWords(values[axis.name] ?? usualOf(axis.name))}
            problem={problems.axes[axis.name]}
            onChange={setAxis}
          />
        ))}
        {problems.form !== undefined && (
          <p className={styles.problem} role="alert">
            {problems.form}
          </p>
        )}
      </div>
      <div className={styles.search}>
        <TextField
          label="Conditions"
          placeholder="fast < slow, slow >= 20"
          value={form.conditions}
          error={problems.conditions}
          onChange={(conditions) => set({ conditions })}
        />
        <Select label="Method" options={METHODS} value={form.method} onChange={(method) => set({ method })} />
        <Select label="Best is" options={GOALS} value={form.goal} onChange={(goal) => set({ goal })} />
        <Select label="Metric" options={METRICS} value={form.metric} onChange={(metric) => set({ metric })} />
        {form.method !== 'grid' && (
          <NumberField
            label="Budget"
            unit="runs"
            min={1}
            step={100}
            value={form.budget}
            error={problems.budget}
            onChange={(budget) => set({ budget })}
          />
        )}
      </div>
    </div>
  );
}
