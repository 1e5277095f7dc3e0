import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import type { ReactNode } from 'react';
import styles from './SegmentedControl.module.css';
import toggleStyles from './ToggleButton.module.css';

export interface Segment<Value extends string> {
  value: Value;
  label: ReactNode;
  isDisabled?: boolean;
}

/** One of a few, all of them in sight. Arrow keys move between them. */
export function SegmentedControl<Value extends string>({
  label,
  segments,
  value,
  onChange,
}: {
  /** Names the group; not drawn. */
  label: string;
  segments: readonly Segment<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}) {
  return (
    <ToggleGroup
      className={styles.group}
      aria-label={label}
      value={[value]}
      onValueChange={([chosen]) => {
        // Nothing chosen: the one that was chosen has been pressed again, and stays.
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {segments.map((segment) => (
        <Toggle
          key={segment.value}
          className={toggleStyles.toggle}
          value={segment.value}
          disabled={segment.isDisabled ?? false}
        >
          {segment.label}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
