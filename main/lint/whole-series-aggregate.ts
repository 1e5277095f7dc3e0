import ts from 'typescript-api';
import { seriesRead } from './forward-index.ts';
import type { Rule, Violation } from './rule.ts';
import { nodesOf, numberOf, PER_BAR, type StrategyCode } from './strategy-code.ts';

/** Methods of a list whose result hangs on all of its values, the last ones included. */
const OF_ALL = ['reduce', 'reduceRight', 'sort', 'toSorted', 'reverse', 'toReversed', 'findLast', 'findLastIndex'];
const EXTREMES = ['max', 'min', 'hypot'];

/**
 * A number that is made of a whole column: of the future as much as of the past.
 *
 * Bad: `const high = Math.max(...closes)`. Good: `const high = ta.highest(data.close, 250)`.
 */
export const wholeSeriesAggregate: Rule = {
  id: 'whole-series-aggregate',
  severity: 'error',
  title: 'A number is made of all bars, those to come included.',
  why: `The highest price of a whole column, its mean or its last value is known only when everything is over. Scaling or
comparing with it tells a bar in January what happens in December. The length of a column says how many bars are
left, which nobody knows either. Use a window that ends at the current bar: \`ta.highest\`, \`ta.sma\`, \`ta.zscore\`.`,
  bad: `import { series, strategy } from 'hindcast';

export default strategy({
  name: 'Share of the highest price ever',
  setup({ data }) {
    const closes: number[] = [];
    for (let i = 0; i < data.close.length; i++) closes.push(data.close.at(i));
    const highest = Math.max(...closes);
    return { share: series(closes.map((close) => close / highest)) };
  },
  onBar({ order, position }, { share }) {
    if (share.now < 0.6) order.buy();
    else if (share.now > 0.9) position.close();
  },
});
`,
  good: `import { strategy, ta } from 'hindcast';

export default strategy({
  name: 'Share of the highest price of a year',
  setup({ data }) {
    return { highest: ta.highest(data.close, 250) };
  },
  onBar({ bar, order, position }, { highest }) {
    if (bar.close < 0.6 * highest.now) order.buy();
    else if (bar.close > 0.9 * highest.now) position.close();
  },
});
`,
  find(code) {
    const columns = code.columns;
    const isColumn = (node: ts.Expression) => {
      const symbol = ts.isIdentifier(node) ? code.symbolOf(node) : null;
      return symbol !== null && columns.has(symbol);
    };
    const found = code.nodes.flatMap(
      (node) => ofColumn(node, isColumn) ?? spread(code, node) ?? ofSeries(code, node) ?? [],
    );
    return [...found, ...lengthsInBars(code)];
  },
};

/** `Math.max(...closes)`, `closes.reduce(…)`, `closes.at(-1)`. */
function ofColumn(node: ts.Node, isColumn: (node: ts.Expression) => boolean): Violation | null {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  const { expression, name } = node.expression;
  if (expression.getText() === 'Math' && EXTREMES.includes(name.text)) {
    const whole = node.arguments.find((one) => ts.isSpreadElement(one) && isColumn(one.expression));
    return whole === undefined ? null : violation(node, whole.getText().slice(3));
  }
  if (!isColumn(expression)) return null;
  const [first] = node.arguments;
  const isLast = name.text === 'at' && (numberOf(first) ?? 0) < 0;
  return isLast || OF_ALL.includes(name.text) ? violation(node, expression.getText()) : null;
}

/** `...data.close`, which a series doesn't allow but many try. */
function spread(code: StrategyCode, node: ts.Node): Violation | null {
  if (!ts.isSpreadElement(node) || !code.isSeries(node.expression)) return null;
  return violation(node, node.expression.getText());
}

/** `data.close.at(data.close.length - 1)`. */
function ofSeries(code: StrategyCode, node: ts.Node): Violation | null {
  const read = seriesRead(code, node, 'at');
  if (read === null || !ts.isBinaryExpression(read.index)) return null;
  const { left, operatorToken, right } = read.index;
  const isFromEnd = isLength(code, left) && operatorToken.kind === ts.SyntaxKind.MinusToken && numberOf(right) !== null;
  return isFromEnd ? violation(node, read.series.getText()) : null;
}

/** `bar.index === data.close.length - 1` tells which bar is the last. */
function lengthsInBars(code: StrategyCode): Violation[] {
  return code
    .nodesIn(PER_BAR)
    .filter((node) => ts.isExpression(node) && isLength(code, node))
    .filter((node) => !nodesOf(node.parent.parent).some((one) => ofSeries(code, one) !== null))
    .map((node) => ({
      node,
      message:
        `${node.getText()} is the number of all bars, those to come included: on the day nobody knows how many are left. ` +
        'bar.index counts those that are over; the run closes what is open at the end.',
    }));
}

function isLength(code: StrategyCode, node: ts.Node): boolean {
  return ts.isPropertyAccessExpression(node) && node.name.text === 'length' && code.isSeries(node.expression);
}

function violation(node: ts.Node, column: string): Violation {
  return {
    node,
    message:
      `This is made of all of ${column}, the bars to come included, so early bars know what happens later. ` +
      'Use a window that ends at the bar, such as ta.highest, ta.sma or ta.zscore with a period.',
  };
}
