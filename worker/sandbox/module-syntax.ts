import type { ExportDefaultDeclaration, ExportNamedDeclaration, ImportDeclaration } from 'acorn';
import { type SourceText, sourceError } from './source-text.ts';
import type { SyntaxTree } from './syntax-tree.ts';

/** One binding that the strategy takes from 'hindcast'. */
export interface ImportedName {
  /** Name inside the module; `*` for the module as a whole. */
  imported: string;
  /** Name inside the strategy. */
  local: string;
  /** Where it stands in the source. */
  offset: number;
}

export interface ModuleBody {
  /** The statements without module syntax: a function body with the lines and columns of the source. */
  code: string;
  imports: ImportedName[];
  /** Variable that holds the default export when the body has run. */
  result: string;
}

/** The two words may stand on different lines, with comments between them. */
const EXPORT_DEFAULT = /^export(?:\s|\/\*[\s\S]*?\*\/|\/\/.*)*default/;

interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * Turns a module into a function body, in place: imports and `export` become blanks, `export default X` becomes
 * an assignment, comments become blanks (so that no word in a comment can be taken for code).
 * @throws HindcastError `strategy.syntax`, `strategy.import`, `strategy.no-default-export`
 */
export function toFunctionBody(source: SourceText, code: string, tree: SyntaxTree): ModuleBody {
  const result = freeName(tree);
  const edits: Edit[] = tree.comments.map(({ start, end }) => blank(code, start, end));
  const imports: ImportedName[] = [];
  let hasDefault = false;
  for (const statement of tree.program.body) {
    switch (statement.type) {
      case 'ImportDeclaration':
        imports.push(...importsOf(source, statement));
        edits.push(blankStatement(code, statement.start, statement.end));
        break;
      case 'ExportDefaultDeclaration':
        hasDefault = true;
        edits.push(assignDefault(source, code, statement, result));
        break;
      case 'ExportNamedDeclaration':
        edits.push(exportedDeclaration(source, code, statement));
        break;
      case 'ExportAllDeclaration':
        throw reExportError(source, statement.start);
    }
  }
  if (!hasDefault) throw missingDefaultError(source, 0);
  return { code: apply(code, edits), imports, result };
}

function importsOf(source: SourceText, statement: ImportDeclaration): ImportedName[] {
  if (statement.source.value !== 'hindcast') {
    throw sourceError(source, statement.start, {
      code: 'strategy.import',
      message: `Strategies can't import ${JSON.stringify(statement.source.value)}: only 'hindcast' can be imported.`,
      hint: 'Put what the strategy needs into its own file.',
    });
  }
  return statement.specifiers.map((specifier) => ({
    imported: importedName(specifier),
    local: specifier.local.name,
    offset: specifier.start,
  }));
}

function importedName(specifier: ImportDeclaration['specifiers'][number]): string {
  if (specifier.type === 'ImportNamespaceSpecifier') return '*';
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  const { imported } = specifier;
  return imported.type === 'Identifier' ? imported.name : `${imported.value}`;
}

function assignDefault(source: SourceText, code: string, statement: ExportDefaultDeclaration, result: string): Edit {
  const { start, declaration } = statement;
  if (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration') {
    throw missingDefaultError(source, start);
  }
  const keywords = EXPORT_DEFAULT.exec(code.slice(start))?.[0] ?? '';
  const blanks = blank(code, start, start + keywords.length);
  const firstLine = /^ */.exec(blanks.text)?.[0].length ?? 0;
  return { ...blanks, text: `;${result}=`.padEnd(firstLine) + blanks.text.slice(firstLine) };
}

function exportedDeclaration(source: SourceText, code: string, statement: ExportNamedDeclaration): Edit {
  if (statement.source) throw reExportError(source, statement.start);
  const renamed = statement.specifiers.find(
    ({ exported }) => (exported.type === 'Identifier' ? exported.name : exported.value) === 'default',
  );
  if (renamed) throw missingDefaultError(source, renamed.start);
  return blankStatement(code, statement.start, statement.declaration?.start ?? statement.end);
}

function reExportError(source: SourceText, offset: number) {
  return sourceError(source, offset, {
    message: "A strategy can't export another module's names.",
    hint: 'Export one thing: export default strategy({ … }).',
  });
}

function missingDefaultError(source: SourceText, offset: number) {
  return sourceError(source, offset, {
    code: 'strategy.no-default-export',
    message: 'The strategy file must say export default strategy({ … }).',
    hint: "Begin with import { strategy } from 'hindcast' and export what strategy({ … }) returns.",
  });
}

/** A name that the source doesn't have; it fits into the place of `export default`. */
function freeName({ declared, used }: SyntaxTree): string {
  const taken = new Set([...declared, ...used.map(({ name }) => name)]);
  let name = '$default';
  for (let n = 1; taken.has(name); n += 1) name = `$d${n}`;
  return name;
}

function blank(code: string, start: number, end: number): Edit {
  return { start, end, text: code.slice(start, end).replace(/[^\r\n\u2028\u2029]/g, ' ') };
}

/** Leaves a semicolon, so that the statements around it don't grow together. */
function blankStatement(code: string, start: number, end: number): Edit {
  const { text } = blank(code, start, end);
  return { start, end, text: `;${text.slice(1)}` };
}

/** Applies edits that keep the length; an edit inside another one (a comment in an import) is dropped. */
function apply(code: string, edits: Edit[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < done) continue;
    parts.push(code.slice(done, start), text);
    done = end;
  }
  parts.push(code.slice(done));
  return parts.join('');
}
