import { Combobox as BaseCombobox } from '@base-ui/react/combobox';
import { Check, ChevronsUpDown } from 'lucide-react';
import popup from '../overlay/popup.module.css';
import styles from './control.module.css';
import { Field, type FieldProps } from './Field.tsx';
import listStyles from './list.module.css';
import type { Option } from './option.ts';

/** The most options that are drawn; typing finds the others. */
const MOST_OPTIONS = 100;

/** One of many, found by typing a part of its label. */
export function Combobox<Value extends string>({
  options,
  value,
  onChange,
  placeholder,
  emptyText = 'Nothing matches.',
  ...field
}: FieldProps & {
  options: readonly Option<Value>[];
  /** Null: nothing is chosen. */
  value: Value | null;
  onChange: (value: Value | null) => void;
  placeholder?: string;
  emptyText?: string;
}) {
  return (
    <Field {...field}>
      <BaseCombobox.Root
        items={[...options]}
        value={options.find((option) => option.value === value) ?? null}
        onValueChange={(option: Option<Value> | null) => onChange(option?.value ?? null)}
        isItemEqualToValue={(a, b) => a?.value === b?.value}
        limit={MOST_OPTIONS}
        autoHighlight
        disabled={field.isDisabled ?? false}
      >
        <BaseCombobox.InputGroup className={styles.control}>
          <BaseCombobox.Input className={styles.input} placeholder={placeholder} spellCheck={false} />
          <BaseCombobox.Trigger aria-label={`Open ${field.label}`} className={listStyles.trigger}>
            <ChevronsUpDown aria-hidden />
          </BaseCombobox.Trigger>
        </BaseCombobox.InputGroup>
        <BaseCombobox.Portal>
          <BaseCombobox.Positioner className={popup.positioner} sideOffset={4} collisionPadding={8}>
            <BaseCombobox.Popup className={popup.popup}>
              <BaseCombobox.Empty className={popup.empty}>{emptyText}</BaseCombobox.Empty>
              <BaseCombobox.List className={listStyles.list}>
                {(option: Option<Value>) => (
                  <BaseCombobox.Item
                    key={option.value}
                    className={popup.item}
                    value={option}
                    disabled={option.isDisabled ?? false}
                  >
                    <span className={popup.mark}>
                      <BaseCombobox.ItemIndicator>
                        <Check aria-hidden />
                      </BaseCombobox.ItemIndicator>
                    </span>
                    <span className={popup.words}>{option.label}</span>
                    {option.detail !== undefined && <span className={popup.aside}>{option.detail}</span>}
                  </BaseCombobox.Item>
                )}
              </BaseCombobox.List>
            </BaseCombobox.Popup>
          </BaseCombobox.Positioner>
        </BaseCombobox.Portal>
      </BaseCombobox.Root>
    </Field>
  );
}
