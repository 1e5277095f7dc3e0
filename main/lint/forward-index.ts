import ts from 'typescript-api';
import type { Rule, Violation } from './rule.ts';
import { isAssignment, nodesOf, numberOf, type StrategyCode } from './strategy-code.ts';

/**
 * Reading a bar that lies ahead of the one that is worked on.
 *
 * Bad: `rises.push(close.at(i + 1) > close.at(i))`. Good: `rises.push(close.at(i) > close.at(i - 1))`.
 *
 * Only steps that are written as a number are seen; of `i + k` it isn't known where it leads. A loop that also writes
 * as far ahead as it reads is left alone, and so is a list that begins with as many values.
 */
export const forwardIndex: Rule = {
  id: 'forward-index',
  severity: 'error',
  title: 'A later bar is read than the one that is worked on.',
  why: `On the day itself nobody knows the next bar. A rule that reads it makes money in every backtest and none
afterwards. In \`onBar\` the app refuses to read ahead; in \`setup\` and \`signals\`, where whole columns are visible, this is up
to the strategy. Only steps written as numbers are seen: where \`i + k\` leads shows only when it runs.`,
  bad: `import { strategy, when } from 'hindcast';

export default strategy({
  name: 'Knows tomorrow',
  signals({ data }) {
    const rises: boolean[] = [];
    for (let i = 0; i < data.close.length; i++) rises.push(data.close.at(i + 1) > data.close.at(i));
    const up = when.condition(rises);
    return { entries: up, exits: up.not() };
  },
});
`,
  good: `import { strategy, when } from 'hindcast';

export default strategy({
  name: 'Knows today',
  signals({ data }) {
    const rises: boolean[] = [];
    for (let i = 0; i < data.close.length; i++) rises.push(i > 0 && data.close.at(i) > data.close.at(i - 1));
    const up = when.condition(rises);
    return { entries: up, exits: up.not() };
  },
});
`,
  find(code) {
    const columns = code.columns;
    return code.nodes.flatMap(
      (node) => negativeAgo(code, node) ?? forwardAt(code, node) ?? forwardElement(code, columns, node) ?? [],
    );
  },
};

/** `close.ago(-1)`. */
function negativeAgo(code: StrategyCode, node: ts.Node): Violation | null {
  const read = seriesRead(code, node, 'ago');
  if (read === null || !ts.isPrefixUnaryExpression(read.index)) return null;
  const { operator, operand } = read.index;
  if (operator !== ts.SyntaxKind.MinusToken || numberOf(operand) === 0) return null;
  const back = operand.getText();
  return {
    node,
    message: `ago(-${back}) asks for a bar that isn’t there yet. Bars back are counted upwards: ago(${back}) is ${back} before.`,
    fix: {
      title: `Read ${back} bars back`,
      replacements: [{ start: read.index.getStart(), end: read.index.getEnd(), text: back }],
    },
  };
}

/** `close.at(i + 1)`. */
function forwardAt(code: StrategyCode, node: ts.Node): Violation | null {
  const read = seriesRead(code, node, 'at');
  if (read === null) return null;
  const ahead = stepAhead(code, read.index);
  return ahead === null || isMadeGood(node, ahead) ? null : violation(node, ahead);
}

/** `closes[i + 1]`, of a list that holds a value for each bar, and `list[bar.index + 1]` of any. */
function forwardElement(code: StrategyCode, columns: ReadonlySet<ts.Symbol>, node: ts.Node): Violation | null {
  if (!ts.isElementAccessExpression(node) || isWritten(node)) return null;
  const ahead = stepAhead(code, node.argumentExpression);
  if (ahead === null || isMadeGood(node, ahead)) return null;
  const symbol = code.symbolOf(node.expression);
  const isColumn = symbol !== null && columns.has(symbol);
  return isColumn || ahead.isOfBar ? violation(node, ahead) : null;
}

function violation(node: ts.Node, { bars, from }: Step): Violation {
  const later = bars === 1 ? 'the next bar' : `${bars} bars ahead`;
  return {
    node,
    message:
      `${node.getText()} reads ${later}: at bar ${from} nobody knows it, so the result can’t be earned. ` +
      `Compare with bars that are over, such as ${from} - ${bars}.`,
  };
}

interface Step {
  bars: number;
  /** The index that it starts from, as it is written. */
  from: string;
  /** It starts from the current bar. */
  isOfBar: boolean;
}

/** `i + 1` or `1 + i`, where i counts bars: the variable of a loop or of a callback, or `bar.index`. */
function stepAhead(code: StrategyCode, index: ts.Expression): Step | null {
  if (!ts.isBinaryExpression(index) || index.operatorToken.kind !== ts.SyntaxKind.PlusToken) return null;
  for (const [from, step] of [
    [index.left, index.right],
    [index.right, index.left],
  ] as const) {
    const bars = numberOf(step);
    if (bars === null || bars < 1) continue;
    const isOfBar =
      ts.isPropertyAccessExpression(from) &&
      from.name.text === 'index' &&
      code.apiType(from.expression) === 'CurrentBar';
    if (isOfBar || isCounter(code, from)) return { bars, from: from.getText(), isOfBar };
  }
  return null;
}

function isCounter(code: StrategyCode, node: ts.Expression): boolean {
  if (!ts.isIdentifier(node)) return false;
  const declaration = code.symbolOf(node)?.valueDeclaration;
  if (declaration === undefined) return false;
  if (ts.isParameter(declaration)) return ts.isArrowFunction(declaration.parent);
  return ts.isVariableDeclaration(declaration) && ts.isForStatement(declaration.parent.parent);
}

/** Whether what is read ahead is also kept ahead: `changes[i + 1] = …`, or `push` to a list that began with a value. */
function isMadeGood(node: ts.Node, { bars, from }: Step): boolean {
  const loop = ts.findAncestor(node, (one) => ts.isForStatement(one) || ts.isArrowFunction(one));
  if (loop === undefined) return false;
  return nodesOf(loop).some((one) => {
    if (isAssignment(one) && ts.isElementAccessExpression(one.left)) {
      const { argumentExpression: index } = one.left;
      return ts.isBinaryExpression(index) && index.left.getText() === from && (numberOf(index.right) ?? 0) >= bars;
    }
    return ts.isCallExpression(one) && nodesOf(one).includes(node) && beginsWith(one, bars);
  });
}

/** `changes.push(…)`, where `const changes = [NaN]`. */
function beginsWith({ expression: callee }: ts.CallExpression, values: number): boolean {
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'push') return false;
  const name = callee.expression.getText();
  return nodesOf(callee.getSourceFile()).some(
    (node) =>
      ts.isVariableDeclaration(node) &&
      node.name.getText() === name &&
      node.initializer !== undefined &&
      ts.isArrayLiteralExpression(node.initializer) &&
      node.initializer.elements.length >= values,
  );
}

function isWritten(node: ts.ElementAccessExpression): boolean {
  return isAssignment(node.parent) && node.parent.left === node;
}

/** A call such as `close.at(index)` on a series. */
export function seriesRead(
  code: StrategyCode,
  node: ts.Node,
  method: 'at' | 'ago',
): { series: ts.Expression; index: ts.Expression } | null {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  const [index] = node.arguments;
  const { expression: series, name } = node.expression;
  return index !== undefined && name.text === method && code.isSeries(series) ? { series, index } : null;
}
