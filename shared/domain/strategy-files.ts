/** The text of each file of a strategy, by its path. */
export type StrategyFiles = Readonly<Record<string, string>>;

/** The file that exports the strategy. */
export const MAIN_FILE = 'main.ts';
/** Where the library that strategies share appears beside each of them. */
export const SHARED_FOLDER = 'shared/';

/** `main.ts`, `lib/bands.ts`: folders and names without spaces, never up, never hidden. */
export const STRATEGY_PATH = /^(?:[A-Za-z0-9_-]+\/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*\.ts$/;

const LINE_END = /\r\n|[\n\r\u2028\u2029]/;
/** A line that begins another file. */
const FILE_LINE = /\n\/\/#file ([^\r\n]+)\n/;
/** What no line of a file may begin with. */
export const FILE_MARK = '//#file ';

/**
 * A strategy of several files as one text: `main.ts` first, then each other file in the order of its path, behind a
 * line that names it. A strategy of one file is its text. Texts that have no line beginning with `//#file ` come back
 * from `splitFiles` as they were.
 */
export function joinFiles(files: StrategyFiles): string {
  const others = Object.keys(files)
    .filter((path) => path !== MAIN_FILE)
    .sort();
  return [files[MAIN_FILE] ?? '', ...others.flatMap((path) => [`${FILE_MARK}${path}`, files[path]])].join('\n');
}

/** The files of a text that `joinFiles` made; any other text is a strategy of one file. */
export function splitFiles(text: string): StrategyFiles {
  return Object.fromEntries(listedFiles(text));
}

/** The files of a joined text in their order. A text that somebody wrote by hand may name one twice. */
export function listedFiles(text: string): [path: string, text: string][] {
  const [main = '', ...others] = text.split(FILE_LINE);
  const files: [string, string][] = [[MAIN_FILE, main]];
  for (let i = 0; i < others.length; i += 2) files.push([others[i] as string, others[i + 1] as string]);
  return files;
}

/**
 * Where a line of a joined text stands.
 * @param line from 1, as LF, CRLF, CR, U+2028 and U+2029 end lines
 * @returns the file and the line in it, from 1; null for the lines between files, and outside the text
 */
export function placeInFiles(text: string, line: number): { path: string; line: number } | null {
  const files = listedFiles(text);
  let first = 1;
  for (const [i, [path, content]] of files.entries()) {
    const isLast = i === files.length - 1;
    // The LF behind a file that ends with CR is part of its last line's end.
    const end = first + (isLast ? content.split(LINE_END).length : `${content}\n`.split(LINE_END).length - 1);
    if (line >= first && line < end) return { path, line: line - first + 1 };
    first = end + 1;
  }
  return null;
}
