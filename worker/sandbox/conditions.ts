import type { AnyNode, Expression, Program } from 'acorn';
import { childrenOf } from './syntax-tree.ts';

/** A piece of code that decides what a strategy does on a bar. */
export interface ConditionNode {
  readonly node: Expression;
  /** Number of the condition that this one is an operand of; null when it stands alone. */
  readonly within: number | null;
  /** It stands inside `onBar`, not in a function that `onBar` may call. */
  readonly isInOnBar: boolean;
}

/** Members of a strategy whose conditions don't decide about entries bar by bar. */
const OTHER_MEMBERS: readonly string[] = ['state', 'setup', 'onStart', 'onFill', 'onEnd', 'signals'];
/** More of them nobody reads. */
const MOST_CONDITIONS = 200;

/** Where a node stands. */
interface Place {
  readonly node: AnyNode;
  readonly isInFunction: boolean;
  readonly isInOnBar: boolean;
}

type Logical = Extract<Expression, { type: 'LogicalExpression' }>;

/**
 * The conditions in the functions of a strategy, in the order of the source: tests of `if` and `? :`, expressions of
 * `&&` and `||`, and their operands. Of a statement such as `isUp && order.buy()` only what stands before the last
 * `&&` is a condition, the rest is what it leads to. The first 200 of them.
 */
export function conditionsIn(program: Program): ConditionNode[] {
  const found = new Map<Expression, { within: Expression | null; isInOnBar: boolean }>();
  /** Parts of a chain `a && b && c`, which counts as one condition with three operands. */
  const links = new Set<AnyNode>();

  const note = (condition: Expression, isInOnBar: boolean) => {
    const open: [node: Expression, within: Expression | null][] = [[condition, null]];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const [node, within] = next;
      found.set(node, { within, isInOnBar });
      if (isLogical(node)) for (const operand of operandsOf(node, links)) open.push([operand, node]);
    }
  };

  const stack: Place[] = [{ node: program, isInFunction: false, isInOnBar: false }];
  for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
    const { node, isInOnBar } = place;
    const condition = place.isInFunction ? conditionOf(node) : null;
    if (condition !== null && !found.has(condition) && !links.has(condition)) note(condition, isInOnBar);
    if (node.type === 'ExpressionStatement' && isLogical(node.expression)) links.add(node.expression);
    for (const [, child] of childrenOf(node)) {
      if (isOtherMember(node, child)) continue;
      stack.push({
        node: child,
        isInFunction: place.isInFunction || isFunction(child),
        isInOnBar: isInOnBar || (isFunction(child) && memberName(node) === 'onBar'),
      });
    }
  }

  const inOrder = [...found.keys()].sort((a, b) => a.start - b.start || b.end - a.end).slice(0, MOST_CONDITIONS);
  const numbers = new Map(inOrder.map((node, number) => [node, number]));
  return inOrder.map((node) => {
    const { within, isInOnBar } = found.get(node) as { within: Expression | null; isInOnBar: boolean };
    return { node, within: within === null ? null : (numbers.get(within) as number), isInOnBar };
  });
}

/** What a node makes depend on a condition. */
function conditionOf(node: AnyNode): Expression | null {
  switch (node.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return node.test;
    case 'ExpressionStatement':
      return isLogical(node.expression) ? node.expression.left : null;
    case 'LogicalExpression':
      return isLogical(node) ? node : null;
    default:
      return null;
  }
}

/** `??` chooses by what is there, not by what is true. */
function isLogical(node: AnyNode): node is Logical {
  return node.type === 'LogicalExpression' && node.operator !== '??';
}

/** The operands of a chain of one operator, however it is nested; its inner links are noted. */
function operandsOf(chain: Logical, links: Set<AnyNode>): Expression[] {
  const operands: Expression[] = [];
  const open: Expression[] = [chain.right, chain.left];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isLogical(node) && node.operator === chain.operator) {
      links.add(node);
      open.push(node.right, node.left);
    } else operands.push(node);
  }
  return operands;
}

function isOtherMember(parent: AnyNode, child: AnyNode): boolean {
  return isFunction(child) && OTHER_MEMBERS.includes(memberName(parent));
}

/** The name under which an object holds something; empty for anything else. */
function memberName(node: AnyNode): string {
  if (node.type !== 'Property' || node.computed) return '';
  const { key } = node;
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' ? String(key.value) : '';
}

function isFunction(node: AnyNode): boolean {
  return (
    node.type === 'FunctionExpression' || node.type === 'FunctionDeclaration' || node.type === 'ArrowFunctionExpression'
  );
}
