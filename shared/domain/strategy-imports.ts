/** `from './lib/bands.ts'`, `import "../x.ts"`. */
const SPECIFIER = /(?:\bfrom|\bimport)\s*(['"])(\.\.?\/[^'"\r\n]+)\1/g;

/**
 * The path that an import means: `./bands.ts` in `lib/all.ts` is `lib/bands.ts`.
 * @returns null for one that leads out of the strategy's folder
 */
export function resolveImport(from: string, specifier: string): string | null {
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/**
 * The files that a file may import, by their paths: every relative import in its text, those of types and those in
 * comments among them. What it imports when it runs, the compiler says.
 */
export function importedPaths(path: string, text: string): string[] {
  return [...text.matchAll(SPECIFIER)].flatMap(([, , specifier = '']) => resolveImport(path, specifier) ?? []);
}
