/**
 * The source of a strategy: the members of its definition, which start on the third line, and what stands before
 * it, on the second.
 */
export function strategySource(members: string, before = ''): string {
  return [
    "import { strategy, param, ta, when, series, random } from 'hindcast';",
    before,
    `export default strategy({ name: 'test', ${members} });`,
    '',
  ].join('\n');
}
