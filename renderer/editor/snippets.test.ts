import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript-api';
import { describe, expect, test } from 'vitest';
import { SNIPPETS, type Snippet } from './snippets.ts';

const API = fileURLToPath(new URL('../../shared/strategy-api/', import.meta.url));
const LIB = fileURLToPath(new URL('.', import.meta.resolve('typescript-api')));
const STRATEGY = `${API}snippet.ts`;

/** A snippet as it stands when nothing is typed into its places. */
function filled({ lines }: Snippet): string {
  return lines
    .join('\n')
    .replaceAll(/\$\{\d+:([^}]*)\}/g, '$1')
    .replaceAll('$0', '');
}

function problemsOf(source: string): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts'],
    types: [],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    verbatimModuleSyntax: true,
    noEmit: true,
  };
  const host = ts.createCompilerHost(options);
  host.getSourceFile = (path) =>
    ts.createSourceFile(path, path === STRATEGY ? source : readFileSync(path, 'utf8'), ts.ScriptTarget.ES2023);
  host.getDefaultLibLocation = () => LIB;
  host.resolveModuleNameLiterals = (names) =>
    names.map(({ text }) => ({
      resolvedModule: {
        resolvedFileName: text === 'hindcast' ? `${API}index.ts` : `${API}${text.slice(2)}`,
        extension: ts.Extension.Ts,
      },
    }));
  const program = ts.createProgram([STRATEGY], options, host);
  const file = program.getSourceFile(STRATEGY);
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(({ messageText }) =>
    ts.flattenDiagnosticMessageText(messageText, '\n'),
  );
}

const snippet = (label: string) =>
  filled(SNIPPETS.find((one) => one.label === label) ?? { label, about: '', lines: [] });

/** A strategy with pieces at the places where they belong. */
const around = (params: string, statements: string) => `import { param, strategy, ta } from 'hindcast';
export default strategy({
  name: 'x',
  params: { ${params} },
  setup: ({ data }) => ({ fast: ta.sma(data.close, 2), slow: ta.sma(data.close, 3) }),
  onBar({ order, position }, { fast, slow }) {
    ${statements}
    void [order, position, fast, slow];
  },
});
void param;`;

describe('snippets', () => {
  test.each(['strategy', 'signals'])('%s is a strategy as it stands', (label) => {
    expect(problemsOf(snippet(label))).toEqual([]);
  });

  test.each(['entry', 'exit'])('%s stands in onBar', (label) => {
    expect(problemsOf(around('', snippet(label)))).toEqual([]);
  });

  test('param stands among the parameters', () => {
    expect(problemsOf(around(snippet('param'), ''))).toEqual([]);
  });

  test('are told apart by their labels', () => {
    expect(new Set(SNIPPETS.map(({ label }) => label)).size).toBe(SNIPPETS.length);
  });
});
