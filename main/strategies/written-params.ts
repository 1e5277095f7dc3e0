import ts from 'typescript-api';
import type { WrittenParam } from '#shared/contract/strategies.ts';
import { splitFiles } from '#shared/domain/strategy-files.ts';

type Literal = number | boolean | string;

const KINDS = ['int', 'number', 'bool', 'choice'] as const;

/**
 * The parameters that a strategy declares, as they are written: each `name: param.int(10, { … })`, file by file and in
 * the order of the text. Nothing is run, and the text need not compile.
 * @param source of one file, or of several as `joinFiles` made it
 */
export function writtenParams(source: string): WrittenParam[] {
  return Object.entries(splitFiles(source)).flatMap(([path, text]) => {
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
    const found: WrittenParam[] = [];
    const visit = (node: ts.Node) => {
      const param = ts.isPropertyAssignment(node) ? declaration(node, file) : null;
      if (param !== null) found.push(param);
      ts.forEachChild(node, visit);
    };
    visit(file);
    return found;
  });
}

function declaration(property: ts.PropertyAssignment, file: ts.SourceFile): WrittenParam | null {
  const { name, initializer: call } = property;
  if (!ts.isCallExpression(call) || !(ts.isIdentifier(name) || ts.isStringLiteral(name))) return null;
  const kind = kindOf(call.expression);
  if (kind === null) return null;
  const [first, second] = call.arguments;
  const value = first === undefined ? null : literalOf(first);
  const bounds = kind === 'choice' ? new Map<string, ts.Expression>() : membersOf(second);
  const start = name.getStart(file);
  const place = file.getLineAndCharacterOfPosition(start);
  return {
    name: name.text,
    kind,
    default: value,
    min: numberOf(bounds.get('min')),
    max: numberOf(bounds.get('max')),
    step: numberOf(bounds.get('step')),
    label: textOf(bounds.get('label')),
    options: kind === 'choice' ? textsOf(second) : null,
    file: file.fileName,
    line: place.line + 1,
    column: place.character + 1,
    literal: first === undefined || value === null ? null : range(first, file),
  };
}

/** `int` of `param.int`. */
function kindOf(callee: ts.Expression): WrittenParam['kind'] | null {
  if (!ts.isPropertyAccessExpression(callee) || !ts.isIdentifier(callee.expression)) return null;
  if (callee.expression.text !== 'param') return null;
  return KINDS.find((kind) => kind === callee.name.text) ?? null;
}

function literalOf(node: ts.Expression): Literal | null {
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isStringLiteralLike(node)) return node.text;
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) {
    return ts.isNumericLiteral(node.operand) ? -Number(node.operand.text) : null;
  }
  return null;
}

function membersOf(node: ts.Expression | undefined): Map<string, ts.Expression> {
  if (node === undefined || !ts.isObjectLiteralExpression(node)) return new Map();
  return new Map(
    node.properties.flatMap((member) =>
      ts.isPropertyAssignment(member) && (ts.isIdentifier(member.name) || ts.isStringLiteral(member.name))
        ? [[member.name.text, member.initializer]]
        : [],
    ),
  );
}

function numberOf(node: ts.Expression | undefined): number | null {
  const value = node === undefined ? null : literalOf(node);
  return typeof value === 'number' ? value : null;
}

function textOf(node: ts.Expression | undefined): string | null {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : null;
}

function textsOf(node: ts.Expression | undefined): string[] | null {
  if (node === undefined || !ts.isArrayLiteralExpression(node)) return null;
  const texts = node.elements.map(textOf);
  return texts.every((text) => text !== null) ? texts : null;
}

function range(node: ts.Expression, file: ts.SourceFile): WrittenParam['literal'] {
  const [start, end] = [node.getStart(file), node.getEnd()];
  const from = file.getLineAndCharacterOfPosition(start);
  const to = file.getLineAndCharacterOfPosition(end);
  return {
    start,
    end,
    line: from.line + 1,
    column: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
  };
}
