import type ts from 'typescript-api';
import type { Severity } from './finding.ts';
import type { StrategyCode } from './strategy-code.ts';

/** A replacement in the file of the node that it mends, by offsets. */
export interface Replacement {
  start: number;
  end: number;
  text: string;
}

/** A place where a strategy breaks a rule. */
export interface Violation {
  node: ts.Node;
  /** What it is, why it matters, what to write instead. */
  message: string;
  /** Given only where applying it can't make things worse. */
  fix?: { title: string; replacements: Replacement[] };
}

/** One thing that the lint knows about trading. */
export interface Rule {
  /** As `lint-allow` takes it. */
  id: string;
  severity: Severity;
  /** What it objects to, in a sentence. */
  title: string;
  /** Why, and what it doesn't see; a paragraph. */
  why: string;
  /** A strategy that breaks this rule, once and no other. */
  bad: string;
  /** The same idea without the mistake. */
  good: string;
  find(code: StrategyCode): Violation[];
}
