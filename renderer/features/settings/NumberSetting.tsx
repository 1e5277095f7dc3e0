import { useEffect, useRef } from 'react';
import { NumberField } from '../../ui/field/NumberField.tsx';
import { formatCount } from '../../ui/format/count.ts';
import styles from './NumberSetting.module.css';
import { useHeldNumber } from './use-held-number.ts';

/** A number stands still for this long, ms, before it is saved. */
const PAUSE = 400;

/** A whole number that is saved once it is typed, and only while it is within its bounds. */
export function NumberSetting({
  label,
  value: saved,
  min,
  max,
  step = 1,
  unit,
  onSave,
}: {
  label: string;
  value: number;
  min: number;
  max: number;
  step?: number;
  unit?: string;
  onSave: (value: number) => void;
}) {
  const { value, hold } = useHeldNumber<number | null>(saved);
  const isGood = value !== null && Number.isInteger(value) && value >= min && value <= max;
  const save = useRef(onSave);
  useEffect(() => {
    save.current = onSave;
  }, [onSave]);
  useEffect(() => {
    if (!isGood || value === saved) return;
    const timer = setTimeout(() => save.current(value), PAUSE);
    return () => clearTimeout(timer);
  }, [isGood, value, saved]);
  return (
    <div className={styles.number}>
      <NumberField
        label={label}
        isLabelHidden
        value={value}
        step={step}
        {...(unit !== undefined && { unit })}
        {...(!isGood && { error: `A whole number from ${formatCount(min)} to ${formatCount(max)}.` })}
        onChange={hold}
      />
    </div>
  );
}
