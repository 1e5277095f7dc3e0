import { splitLines } from '#worker/sandbox/source-text.ts';

/**
 * Whether the author allows a finding: by a comment `// lint-allow rule: reason` at the end of its line, or alone on the
 * line before. Without a reason it doesn't count.
 * @param line of the finding, from 1
 */
export function isAllowed(text: string, line: number, rule: string): boolean {
  const lines = splitLines(text);
  const [before = '', own = ''] = [lines[line - 2], lines[line - 1]];
  return allows(own, rule) || (/^\s*\/\//.test(before) && allows(before, rule));
}

function allows(line: string, rule: string): boolean {
  const [, named, reason = ''] = /\/\/\s*lint-allow\s+([a-z-]+):(.*)$/.exec(line) ?? [];
  return named === rule && reason.trim() !== '';
}
