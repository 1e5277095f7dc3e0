import type ts from 'typescript-api';
import type { StrategyFiles } from '#shared/domain/strategy-files.ts';
import { isAllowed } from './allowances.ts';
import type { Finding, TextRange } from './finding.ts';
import type { Rule, Violation } from './rule.ts';
import { RULES } from './rules.ts';
import { StrategyCode } from './strategy-code.ts';

/**
 * What is doubtful in a strategy from a trader's view: looks ahead, states that runs don't repeat, entries that never
 * end. It reads the text and runs nothing; a strategy with errors of other kinds is read as far as it makes sense.
 * Needs the compiler, some hundred milliseconds the first time: call it on a thread.
 * @param strategy the text of each of its files by path; `{ 'main.ts': text }` for one
 * @returns file by file, in the order of the text; empty when there is nothing to say
 */
export function lint(strategy: StrategyFiles): Finding[] {
  const code = new StrategyCode(strategy);
  const order = code.files.map(({ path }) => path);
  return RULES.flatMap((rule) => rule.find(code).flatMap((violation) => findingOf(code, rule, violation) ?? [])).sort(
    (a, b) =>
      order.indexOf(a.file) - order.indexOf(b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      (a.rule < b.rule ? -1 : 1),
  );
}

/** Null for what the author allows. */
function findingOf(code: StrategyCode, rule: Rule, { node, message, fix }: Violation): Finding | null {
  const source = node.getSourceFile();
  const file = code.files.find((one) => one.source === source)?.path ?? '';
  const range = rangeOf(source, node.getStart(source), node.getEnd());
  if (isAllowed(source.text, range.line, rule.id)) return null;
  return {
    rule: rule.id,
    severity: rule.severity,
    message,
    file,
    ...range,
    ...(fix !== undefined && {
      fix: {
        title: fix.title,
        edits: fix.replacements.map(({ start, end, text }) => ({ file, ...rangeOf(source, start, end), text })),
      },
    }),
  };
}

function rangeOf(source: ts.SourceFile, start: number, end: number): TextRange {
  const from = source.getLineAndCharacterOfPosition(start);
  const to = source.getLineAndCharacterOfPosition(end);
  return { line: from.line + 1, column: from.character + 1, endLine: to.line + 1, endColumn: to.character + 1 };
}
