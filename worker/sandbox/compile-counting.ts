import type { AnyNode, Comment, Program } from 'acorn';
import { type CompiledStrategy, compileStrategy, mainText } from './compile.ts';
import { type ConditionNode, conditionsIn } from './conditions.ts';
import { locationAt } from './source-text.ts';
import { stripTypes } from './strip-types.ts';
import { childrenOf, parseStrategy } from './syntax-tree.ts';

/** A condition of a strategy as its author knows it. */
export interface SourceCondition {
  /** Its text without types and comments, on one line, at most 80 characters. */
  readonly text: string;
  /** Where it begins, from 1. */
  readonly line: number;
  readonly column: number;
  /** Number of the condition that this one is an operand of; null when it stands alone. */
  readonly within: number | null;
  /** It stands inside `onBar`, not in a function that `onBar` may call. */
  readonly isInOnBar: boolean;
}

/** A strategy that says what its conditions are whenever it comes to one. */
export interface CountingStrategy {
  /** To be evaluated with one hidden value, a `CountCondition`. */
  readonly compiled: CompiledStrategy;
  /** In the order of the source; the place of one is its number. */
  readonly conditions: readonly SourceCondition[];
}

/** Called with the number of a condition and its value each time that it is evaluated; returns the value. */
export type CountCondition = (condition: number, value: unknown) => unknown;

const LONGEST_TEXT = 80;

/**
 * Compiles a copy of a strategy in which every condition of its bar-by-bar functions is wrapped in a call that counts
 * it: `if (a && b)` becomes `if ( $c(0,( $c(1,(a)) && $c(2,(b)))))`. It does what the original does, slower. Lines stay,
 * columns don't, so what it throws is no message for users: the original says it better.
 *
 * The counter has a name that the source doesn't contain, and isn't in reach of `arguments` or of the module: the
 * strategy can neither call nor replace it. Of a strategy of several files, those of the main file are counted.
 *
 * @throws HindcastError as `compileStrategy`
 */
export function compileCounting(source: string, file: string): CountingStrategy {
  const original = mainText(source, file);
  const stripped = stripTypes(original);
  const { program, comments } = parseStrategy(original, stripped);
  const conditions = conditionsIn(program);
  const counter = unusedName(program);
  const counting = withCalls(stripped, conditions, counter);
  const text = withoutComments(stripped, comments);
  return {
    compiled: compileStrategy(source, file, { code: counting, hidden: [counter] }),
    conditions: conditions.map(({ node, within, isInOnBar }) => {
      const { line, column } = locationAt(original, node.start);
      return { text: shortened(text.slice(node.start, node.end)), line, column, within, isInOnBar };
    }),
  };
}

/** Wraps each condition in a call. They come outer ones first, and so do calls that begin at one place. */
function withCalls(code: string, conditions: readonly ConditionNode[], counter: string): string {
  const calls = conditions.flatMap(({ node }, number) => [
    // The space keeps it apart from a word before it, as in return!done.
    { at: node.start, text: ` ${counter}(${number},(` },
    { at: node.end, text: '))' },
  ]);
  const parts: string[] = [];
  let done = 0;
  for (const { at, text } of calls.sort((a, b) => a.at - b.at)) {
    parts.push(code.slice(done, at), text);
    done = at;
  }
  parts.push(code.slice(done));
  return parts.join('');
}

/** A name that stands nowhere in the program, not even as a property or behind `typeof`. */
function unusedName(program: Program): string {
  const taken = new Set<string>();
  const stack: AnyNode[] = [program];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'Identifier') taken.add(node.name);
    for (const [, child] of childrenOf(node)) stack.push(child);
  }
  let name = '$c';
  for (let n = 1; taken.has(name); n++) name = `$c${n}`;
  return name;
}

function withoutComments(code: string, comments: readonly Comment[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { start, end } of comments) {
    parts.push(code.slice(done, start), ' '.repeat(end - start));
    done = end;
  }
  parts.push(code.slice(done));
  return parts.join('');
}

function shortened(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > LONGEST_TEXT ? `${line.slice(0, LONGEST_TEXT - 1)}…` : line;
}
