/** How sure harm is: an `error` makes results wrong, a `warning` most often does. */
export type Severity = 'error' | 'warning';

/** A piece of a file: lines and columns from 1, in UTF-16 units as editors count; the end is exclusive. */
export interface TextRange {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** One replacement; an empty range inserts. */
export interface TextEdit extends TextRange {
  file: string;
  text: string;
}

/** What would mend a finding, to be applied as a whole. */
export interface Fix {
  title: string;
  edits: TextEdit[];
}

/** Something in a strategy that the trading lint objects to. */
export interface Finding extends TextRange {
  /** Id of the rule, as `lint-allow` takes it. */
  rule: string;
  severity: Severity;
  /** What it is, why it matters, what to write instead. */
  message: string;
  file: string;
  fix?: Fix;
}
