import { Select as BaseSelect } from '@base-ui/react/select';
import { Check, ChevronsUpDown } from 'lucide-react';
import popup from '../overlay/popup.module.css';
import styles from './control.module.css';
import { Field, type FieldProps } from './Field.tsx';
import listStyles from './list.module.css';
import type { Option } from './option.ts';

/** One of a few dozen at most; for more, a Combobox. */
export function Select<Value extends string>({
  options,
  value,
  onChange,
  placeholder = 'Choose…',
  ...field
}: FieldProps & {
  options: readonly Option<Value>[];
  /** Null: nothing is chosen yet. */
  value: Value | null;
  onChange: (value: Value) => void;
  placeholder?: string;
}) {
  return (
    <Field {...field}>
      <BaseSelect.Root
        items={[...options]}
        value={value}
        onValueChange={(chosen) => {
          if (chosen !== null) onChange(chosen);
        }}
        disabled={field.isDisabled ?? false}
      >
        <BaseSelect.Trigger className={styles.control}>
          <BaseSelect.Value className={styles.value} placeholder={placeholder} />
          <BaseSelect.Icon render={<ChevronsUpDown aria-hidden />} />
        </BaseSelect.Trigger>
        <BaseSelect.Portal>
          <BaseSelect.Positioner
            className={popup.positioner}
            alignItemWithTrigger={false}
            sideOffset={4}
            collisionPadding={8}
          >
            <BaseSelect.Popup className={popup.popup}>
              <BaseSelect.List className={listStyles.list}>
                {options.map((option) => (
                  <BaseSelect.Item
                    key={option.value}
                    className={popup.item}
                    value={option.value}
                    disabled={option.isDisabled ?? false}
                  >
                    <span className={popup.mark}>
                      <BaseSelect.ItemIndicator>
                        <Check aria-hidden />
                      </BaseSelect.ItemIndicator>
                    </span>
                    <BaseSelect.ItemText className={popup.words}>{option.label}</BaseSelect.ItemText>
                    {option.detail !== undefined && <span className={popup.aside}>{option.detail}</span>}
                  </BaseSelect.Item>
                ))}
              </BaseSelect.List>
            </BaseSelect.Popup>
          </BaseSelect.Positioner>
        </BaseSelect.Portal>
      </BaseSelect.Root>
    </Field>
  );
}
