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
}
