/** What can be chosen in a Select or a Combobox. */
export interface Option<Value extends string> {
  value: Value;
  label: string;
  /** A few muted words at the end: `37,176 bars`. */
  detail?: string;
  isDisabled?: boolean;
}
