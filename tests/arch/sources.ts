import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface SourceFile {
  /** From the root of the repository, with slashes. */
  path: string;
  text: string;
}

/** The TypeScript and JavaScript files of a folder that ship: tests, their fixtures and configurations are left out. */
export function sourcesOf(folder: string): SourceFile[] {
  return readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.(tsx?|js)$/.test(path) && !/\.(test|fixture|config)\.tsx?$|\/fixtures\//.test(path))
    .map((path) => ({ path, text: readFileSync(`${ROOT}${path}`, 'utf8') }));
}

/** What a file imports, in whatever way: the names as they are written. */
export function importsOf({ text }: SourceFile): string[] {
  const named = text.matchAll(/^\s*(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]/gm);
  const bare = text.matchAll(/^\s*import\s*['"]([^'"]+)['"]/gm);
  const called = text.matchAll(/\b(?:import|require)\s*\(\s*['"]([^'"]+)['"]/g);
  const located = text.matchAll(/new URL\(\s*['"](\.[^'"]+\.[jt]sx?)['"]\s*,\s*import\.meta\.url/g);
  return [...named, ...bare, ...called, ...located].map(([, name]) => name as string);
}

/** The code without its comments, which may name what the code may not use. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
}
