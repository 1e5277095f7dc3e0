import type {
  Declaration,
  ExportDefaultDeclaration,
  ExportNamedDeclaration,
  Identifier,
  ImportDeclaration,
  Literal,
  Program,
} from 'acorn';
import { type SourceText, sourceError } from './source-text.ts';
import { namesIn, type SyntaxTree } from './syntax-tree.ts';

/** One binding that a file takes from 'hindcast' or from another file. */
export interface ImportedName {
  /** Number of the file; null for 'hindcast'. */
  module: number | null;
  /** Name inside the module; `*` for the module as a whole. */
  imported: string;
  /** Name inside the file. */
  local: string;
  /** Where it stands in the source. */
  offset: number;
}

/** What a file gives to those that import it. */
export interface ExportedName {
  exported: string;
  /** Name inside the file. */
  local: string;
}

/** What a file is among those of a strategy. */
export interface ModuleRole {
  /** It has a default export, and nobody imports what it exports beside; other files have none. */
  isMain: boolean;
  /**
   * @param from what an import names: `hindcast`, `./lib/bands.ts`
   * @param offset of the import statement
   * @returns the number of the file; null for 'hindcast'
   */
  resolve(from: string, offset: number): number | null;
}

export interface ModuleBody {
  /** It has a default export, which `result` holds when the body has run; otherwise it has the named ones. */
  isMain: boolean;
  /** The statements without module syntax: a function body with the lines and columns of the source. */
  code: string;
  imports: ImportedName[];
  exports: ExportedName[];
  /** A variable of its own. */
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
 * @throws HindcastError `strategy.syntax`, `strategy.no-default-export`, whatever `resolve` throws
 */
export function toFunctionBody(source: SourceText, code: string, tree: SyntaxTree, role: ModuleRole): ModuleBody {
  const { isMain } = role;
  const result = freeName(tree);
  const edits: Edit[] = tree.comments.map(({ start, end }) => blank(code, start, end));
  const imports: ImportedName[] = [];
  const exports: ExportedName[] = [];
  let hasDefault = false;
  for (const statement of tree.program.body) {
    switch (statement.type) {
      case 'ImportDeclaration':
        imports.push(...importsOf(statement, role));
        edits.push(blankStatement(code, statement.start, statement.end));
        break;
      case 'ExportDefaultDeclaration':
        if (!isMain) throw defaultInLibraryError(source, statement.start);
        hasDefault = true;
        edits.push(assignDefault(source, code, statement, result));
        break;
      case 'ExportNamedDeclaration':
        edits.push(exportedDeclaration(source, code, statement));
        if (!isMain) exports.push(...exportsOf(source, statement, tree));
        break;
      case 'ExportAllDeclaration':
        throw reExportError(source, statement.start);
    }
  }
  if (isMain && !hasDefault) throw missingDefaultError(source, 0);
  return { isMain, code: apply(code, edits), imports, exports, result };
}

function importsOf(statement: ImportDeclaration, role: ModuleRole): ImportedName[] {
  const module = role.resolve(String(statement.source.value), statement.start);
  return statement.specifiers.map((specifier) => ({
    module,
    imported: importedName(specifier),
    local: specifier.local.name,
    offset: specifier.start,
  }));
}

/** Others get a copy of each value when the file has run, so what can change later isn't for export. */
function exportsOf(source: SourceText, statement: ExportNamedDeclaration, tree: SyntaxTree): ExportedName[] {
  const { declaration, specifiers } = statement;
  const names =
    declaration === null || declaration === undefined
      ? specifiers.map(({ exported, local }) => ({ exported: nameOf(exported), local: nameOf(local) }))
      : declaredNames(declaration).map((name) => ({ exported: name, local: name }));
  const changing = changingNames(tree.program);
  const changed = names.find(({ local }) => changing.has(local));
  if (changed === undefined) return names;
  throw sourceError(source, statement.start, {
    message: `${changed.local} can change, so it can't be exported: declare it with const, or export a function.`,
  });
}

function changingNames({ body }: Program): Set<string> {
  const names = new Set<string>();
  for (const statement of body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration' || declaration.kind === 'const') continue;
    for (const name of declaredNames(declaration)) names.add(name);
  }
  return names;
}

function declaredNames(declaration: Declaration): string[] {
  return declaration.type === 'VariableDeclaration'
    ? declaration.declarations.flatMap(({ id }) => namesIn(id))
    : [declaration.id.name];
}

function nameOf(name: Identifier | Literal): string {
  return name.type === 'Identifier' ? name.name : `${name.value}`;
}

function importedName(specifier: ImportDeclaration['specifiers'][number]): string {
  if (specifier.type === 'ImportNamespaceSpecifier') return '*';
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  return nameOf(specifier.imported);
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
  const renamed = statement.specifiers.find(({ exported }) => nameOf(exported) === 'default');
  if (renamed) throw missingDefaultError(source, renamed.start);
  return blankStatement(code, statement.start, statement.declaration?.start ?? statement.end);
}

function reExportError(source: SourceText, offset: number) {
  return sourceError(source, offset, {
    message: "A strategy can't export another module's names.",
    hint: 'Export one thing: export default strategy({ … }).',
  });
}

function defaultInLibraryError(source: SourceText, offset: number) {
  return sourceError(source, offset, {
    message: 'Only main.ts has a default export: other files export names.',
    hint: 'Write export const … or export function ….',
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
