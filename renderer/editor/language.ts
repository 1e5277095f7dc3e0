import { monaco, typescript } from './monaco.ts';
import { SNIPPETS } from './snippets.ts';
import { STRATEGY_API } from './strategy-api.ts';

/** TypeScript's numbers for options whose names Monaco's declarations leave out. */
const ES2023: number = 10;
const RESOLVES_AS_BUNDLERS: number = 100;
const FORCES_MODULES = 3;

/**
 * What the compiler says of names that strategies don't have is advice for other programs. The host says it in our
 * words, and so it is left to the host.
 */
export const LEFT_TO_HOST: readonly number[] = [1484, 2580, 2581, 2582, 2583, 2584, 2591, 2592, 2593];

/** Checks, completes and explains strategies, with the options of the type check before a run: no DOM, no Node. */
export function startLanguage(): void {
  const { typescriptDefaults } = typescript;
  typescriptDefaults.setCompilerOptions({
    strict: true,
    target: ES2023,
    lib: ['es2023'],
    types: [],
    module: typescript.ModuleKind.ESNext,
    moduleResolution: RESOLVES_AS_BUNDLERS,
    moduleDetection: FORCES_MODULES,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    allowNonTsExtensions: true,
  });
  typescriptDefaults.setDiagnosticsOptions({ diagnosticCodesToIgnore: [...LEFT_TO_HOST] });
  typescriptDefaults.setEagerModelSync(true);
  typescriptDefaults.setExtraLibs([...STRATEGY_API]);
  offerSnippets();
}

const lent = new Map<string, readonly { filePath: string; content: string }[]>();

/** Lets the open texts of a folder import files that are none of them; those that were lent to it before are gone. */
export function lendFiles(folder: string, files: Readonly<Record<string, string>>): void {
  lent.set(
    folder,
    Object.entries(files).map(([path, content]) => ({ filePath: `file:///${folder}/${path}`, content })),
  );
  typescript.typescriptDefaults.setExtraLibs([...STRATEGY_API, ...[...lent.values()].flat()]);
}

function offerSnippets(): void {
  const { CompletionItemKind, CompletionItemInsertTextRule } = monaco.languages;
  monaco.languages.registerCompletionItemProvider('typescript', {
    provideCompletionItems(text, { lineNumber, column }) {
      const word = text.getWordUntilPosition({ lineNumber, column });
      const before = text.getLineContent(lineNumber).slice(0, word.startColumn - 1);
      // Behind a dot stand members, and inside quotes texts.
      if (/[.'"`]\s*$/.test(before)) return { suggestions: [] };
      const range = new monaco.Range(lineNumber, word.startColumn, lineNumber, word.endColumn);
      return {
        suggestions: SNIPPETS.map(({ label, about, lines }) => ({
          label,
          kind: CompletionItemKind.Snippet,
          detail: about,
          insertText: lines.join('\n'),
          insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet,
          range,
        })),
      };
    },
  });
}
