import { monaco } from './monaco.ts';
import type { Fix, Problem, ProblemOwner } from './problem.ts';
import { addressOf } from './texts.ts';

type Marker = Pick<
  ReturnType<typeof monaco.editor.getModelMarkers>[number],
  'code' | 'startLineNumber' | 'startColumn'
>;

/** By the path of the text and the owner: what was found there last and can be mended. */
const offered = new Map<string, readonly Problem[]>();

/** Offers what mends the problems of an owner in a text, in place of what it offered before. */
export function offerFixes(path: string, owner: ProblemOwner, found: readonly Problem[]): void {
  const mendable = found.filter(({ fix }) => fix !== undefined);
  if (mendable.length > 0) offered.set(`${owner} ${path}`, mendable);
  else offered.delete(`${owner} ${path}`);
}

/** Has Monaco show the fixes that are offered, with its light bulb and under Ctrl+. */
export function provideFixes(): void {
  monaco.languages.registerCodeActionProvider('typescript', {
    provideCodeActions: (text, _range, { markers }) => ({
      actions: markers.flatMap((marker) =>
        fixesOf(text.uri.path.slice(1), marker).map((fix) => ({
          title: fix.title,
          kind: 'quickfix',
          diagnostics: [marker],
          isPreferred: true,
          edit: { edits: fix.edits.map(editOf) },
        })),
      ),
      dispose: () => {},
    }),
  });
}

function fixesOf(path: string, { code, startLineNumber, startColumn }: Marker): Fix[] {
  const name = typeof code === 'string' ? code : code?.value;
  const known = [...offered].flatMap(([key, problems]) => (key.endsWith(` ${path}`) ? problems : []));
  return known
    .filter((one) => one.code === name && one.line === startLineNumber && one.column === startColumn)
    .flatMap(({ fix }) => fix ?? []);
}

function editOf({ path, line, column, endLine, endColumn, text }: Fix['edits'][number]) {
  const range = new monaco.Range(line, column, endLine, endColumn);
  return { resource: addressOf(path), versionId: undefined, textEdit: { range, text } };
}
