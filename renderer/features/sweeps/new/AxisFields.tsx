import { Checkbox } from '../../../ui/field/Checkbox.tsx';
import { NumberField } from '../../../ui/field/NumberField.tsx';
import { Select } from '../../../ui/field/Select.tsx';
import styles from './new-sweep.module.css';
import type { AxisForm } from './sweep-form.ts';

const SPREADS = [
  { value: 'step', label: 'by steps' },
  { value: 'log', label: 'by multiples' },
] as const;

/** Which values of one parameter are tried; it stays as in the run where it isn't searched. */
export function AxisFields({
  axis,
  fixed,
  problem,
  onChange,
}: {
  axis: AxisForm;
  /** Its value in the run. */
  fixed: string;
  problem: string | undefined;
  onChange: (changed: AxisForm) => void;
}) {
  const { name, isWhole, isSearched, spread, from, to, step, count } = axis;
  const set = (parts: Partial<AxisForm>) => onChange({ ...axis, ...parts });
  const unit = isWhole ? 1 : 0.1;
  return (
    <fieldset className={styles.axis} aria-label={name}>
      <span className={styles.name}>
        <Checkbox label={name} isChecked={isSearched} onChange={(searched) => set({ isSearched: searched })} />
      </span>
      {isSearched ? (
        <>
          <NumberField
            label={`${name} from`}
            isLabelHidden
            step={unit}
            value={from}
            onChange={(min) => set({ from: min })}
          />
          <NumberField label={`${name} to`} isLabelHidden step={unit} value={to} onChange={(max) => set({ to: max })} />
          <Select
            label={`Spread of ${name}`}
            isLabelHidden
            options={SPREADS}
            value={spread}
            onChange={(chosen) => set({ spread: chosen })}
          />
          {spread === 'step' ? (
            <NumberField
              label={`${name} step`}
              isLabelHidden
              step={unit}
              value={step}
              onChange={(by) => set({ step: by })}
            />
          ) : (
            <NumberField
              label={`${name} values`}
              isLabelHidden
              unit="values"
              value={count}
              onChange={(values) => set({ count: values })}
            />
          )}
        </>
      ) : (
        <span className={styles.fixed}>stays at {fixed}</span>
      )}
      {problem !== undefined && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
