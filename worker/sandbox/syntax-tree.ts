import { type AnyNode, type Comment, type Identifier, type Pattern, type Program, parse } from 'acorn';
import { sentence } from '#shared/domain/sentence.ts';
import { type SourceText, sourceError } from './source-text.ts';

export interface SyntaxTree {
  program: Program;
  comments: Comment[];
  /** Every name that the source binds anywhere: declarations, parameters, imports. */
  declared: Set<string>;
  /** Every use of a name as a variable, in no particular order. */
  used: Identifier[];
}

/**
 * Parses a strategy whose types are stripped and refuses what strategies can't do: waiting (async, await) and
 * import.meta.
 * @param source what errors show
 * @param code the same text without types
 * @throws HindcastError `strategy.syntax`
 */
export function parseStrategy(source: SourceText, code: string): SyntaxTree {
  const comments: Comment[] = [];
  const program = parseModule(source, code, comments);
  const declared = new Set<string>();
  const used: Identifier[] = [];
  for (const node of nodesOf(program)) {
    refuseUnsupported(source, node);
    for (const name of bindingsOf(node)) declared.add(name);
    if (node.type === 'Identifier') used.push(node);
  }
  return { program, comments, declared, used };
}

function parseModule(source: SourceText, code: string, comments: Comment[]): Program {
  try {
    return parse(code, {
      ecmaVersion: 2024,
      sourceType: 'module',
      allowHashBang: false,
      onComment: comments,
    });
  } catch (thrown) {
    if (thrown instanceof SyntaxError && 'pos' in thrown && typeof thrown.pos === 'number') {
      const decorator = code[thrown.pos] === '@';
      const message = decorator
        ? 'A decorator is not supported in strategies: call a function instead.'
        : sentence(thrown.message.replace(/ \(\d+:\d+\)$/, ''));
      throw sourceError(source, thrown.pos, { message });
    }
    throw sourceError(source, 0, {
      message: 'The strategy is nested too deeply to be read.',
      hint: 'Split long expressions and deeply nested blocks into functions.',
    });
  }
}

function refuseUnsupported(source: SourceText, node: AnyNode): void {
  if (isAsync(node)) {
    throw sourceError(source, node.start, {
      message: 'async and await are not supported in strategies: they run bar by bar and never wait.',
    });
  }
  if (node.type === 'MetaProperty' && node.meta.name === 'import') {
    throw sourceError(source, node.start, { message: 'import.meta is not available in strategies.' });
  }
}

function isAsync(node: AnyNode): boolean {
  if (node.type === 'AwaitExpression' || (node.type === 'ForOfStatement' && node.await)) return true;
  if (node.type === 'Property' || node.type === 'MethodDefinition') return 'async' in node.value && node.value.async;
  return 'async' in node && node.async;
}

/** Every node of the tree; a stack of our own, since a long sum is a tree as deep as it is long. */
function* nodesOf(program: Program): Generator<AnyNode> {
  const stack: AnyNode[] = [program];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node;
    for (const [key, child] of childrenOf(node)) if (!isLabel(node, key)) stack.push(child);
  }
}

/** The nodes right below one, each with the member of it that holds it, in the order of the members. */
export function* childrenOf(node: AnyNode): Generator<[member: string, child: AnyNode]> {
  for (const [member, child] of Object.entries(node)) {
    for (const item of Array.isArray(child) ? child : [child]) if (isNode(item)) yield [member, item];
  }
}

/** Names of properties, labels and exports look like variables but are none. */
function isLabel(node: AnyNode, key: string): boolean {
  switch (node.type) {
    case 'MemberExpression':
      return key === 'property' && !node.computed;
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return key === 'key' && !node.computed;
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return key === 'label';
    case 'ImportSpecifier':
      return key === 'imported';
    case 'ExportSpecifier':
      return key === 'exported';
    case 'MetaProperty':
      return true;
    case 'UnaryExpression':
      return key === 'argument' && node.operator === 'typeof' && node.argument.type === 'Identifier';
    default:
      return false;
  }
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function bindingsOf(node: AnyNode): string[] {
  switch (node.type) {
    case 'VariableDeclarator':
      return namesIn(node.id);
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return [...(node.id ? [node.id.name] : []), ...node.params.flatMap(namesIn)];
    case 'ClassDeclaration':
    case 'ClassExpression':
      return node.id ? [node.id.name] : [];
    case 'CatchClause':
      return node.param ? namesIn(node.param) : [];
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
      return [node.local.name];
    default:
      return [];
  }
}

/** The names that a pattern binds: `a` and `b` of `{ a, x: [b] }`. */
export function namesIn(pattern: Pattern): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ObjectPattern':
      return pattern.properties.flatMap((part) => namesIn(part.type === 'RestElement' ? part : part.value));
    case 'ArrayPattern':
      return pattern.elements.flatMap((part) => (part === null ? [] : namesIn(part)));
    case 'AssignmentPattern':
      return namesIn(pattern.left);
    case 'RestElement':
      return namesIn(pattern.argument);
    case 'MemberExpression':
      return [];
  }
}
