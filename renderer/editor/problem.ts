/** Who found a problem: the editor's compiler, the host's check and its lint, a run that stopped, or notes on one. */
export type ProblemOwner = 'types' | 'check' | 'lint' | 'runtime' | 'note';

/** Something wrong in a text; lines and columns from 1. */
export interface Problem {
  readonly owner: ProblemOwner;
  /** Of the text, as it was opened. */
  readonly path: string;
  readonly severity: 'error' | 'warning' | 'hint';
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** TS2322, `strategy.runtime` … */
  readonly code: string;
  /** Where it ends, exclusive; the end of the word by default. */
  readonly end?: { readonly line: number; readonly column: number };
  readonly fix?: Fix;
}

/** What would mend a problem, to be applied as a whole. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** A stretch of an open text, the end exclusive, and what takes its place. */
export interface TextEdit {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
}
