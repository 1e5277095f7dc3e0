import { monaco } from './monaco.ts';
import type { Problem, ProblemOwner } from './problem.ts';
import { offerFixes } from './quick-fixes.ts';
import { openedText } from './texts.ts';

/** As Monaco calls its own compiler. */
const TYPESCRIPT = 'typescript';

/** Marks what an owner found in an open text, in place of what it found before. */
export function markProblems(path: string, owner: Exclude<ProblemOwner, 'types'>, found: readonly Problem[]): void {
  const text = openedText(path);
  if (text === null) return;
  offerFixes(path, owner, found);
  monaco.editor.setModelMarkers(
    text,
    owner,
    found.map(({ line, column, message, code, severity, end }) => {
      const startLineNumber = Math.min(line, text.getLineCount());
      const word = text.getWordAtPosition({ lineNumber: startLineNumber, column });
      return {
        severity: SEVERITIES[severity],
        message,
        code,
        startLineNumber,
        startColumn: column,
        endLineNumber: end?.line ?? startLineNumber,
        endColumn: end?.column ?? word?.endColumn ?? text.getLineMaxColumn(startLineNumber),
      };
    }),
  );
}

/** What is wrong in the open texts of a folder, in the order of the text. */
export function problemsIn(folder: string): Problem[] {
  return monaco.editor
    .getModelMarkers({})
    .filter(({ resource, severity }) => severity !== monaco.MarkerSeverity.Hint && isIn(folder, resource.path))
    .map(({ resource, owner, severity, startLineNumber, startColumn, message, code }): Problem => {
      const number = typeof code === 'string' ? code : (code?.value ?? '');
      return {
        owner: owner === TYPESCRIPT ? 'types' : (owner as ProblemOwner),
        path: resource.path.slice(1),
        severity: severity === monaco.MarkerSeverity.Error ? 'error' : 'warning',
        line: startLineNumber,
        column: startColumn,
        message,
        code: owner === TYPESCRIPT ? `TS${number}` : number,
      };
    })
    .sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line || a.column - b.column);
}

/** Has `listener` called whenever problems in a folder may have changed; returns what ends that. */
export function followProblems(folder: string, listener: () => void): () => void {
  const following = monaco.editor.onDidChangeMarkers((texts) => {
    if (texts.some(({ path }) => isIn(folder, path))) listener();
  });
  return () => following.dispose();
}

const isIn = (folder: string, path: string) => path.startsWith(`/${folder}/`);

const SEVERITIES = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  hint: monaco.MarkerSeverity.Info,
} as const;
