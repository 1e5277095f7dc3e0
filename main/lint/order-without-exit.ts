import ts from 'typescript-api';
import type { Rule, Violation } from './rule.ts';
import { propertyOf, returnedBy, type StrategyCode } from './strategy-code.ts';

/** Members of an order that end a trade. */
const PROTECTION = ['stopLoss', 'takeProfit', 'trailingStop', 'reduceOnly', 'reverse'];

/**
 * Entries, and nothing that ever ends a trade.
 *
 * Bad: `if (rsi.now < 30) order.buy()` alone. Good: with `else if (rsi.now > 70) position.close()`.
 *
 * Buying once, on the first bar, is left alone: holding to the end is what it is for.
 */
export const orderWithoutExit: Rule = {
  id: 'order-without-exit',
  severity: 'warning',
  title: 'Trades are opened and never closed.',
  why: `The run closes what is open when the data ends, so the result is a single trade whose end was chosen by the file.
Later entries are refused because the money is spent, which looks like few signals. An exit is \`position.close\`,
an order in the other direction, \`order.exit\`, \`position.protect\`, or an entry's own \`stopLoss\`, \`takeProfit\` or
\`trailingStop\`; for \`signals\` it is \`exits\` or the opposite entries. Buying once on the first bar is left alone.`,
  bad: `import { strategy, ta } from 'hindcast';

export default strategy({
  name: 'Buys dips',
  setup({ data }) {
    return { rsi: ta.rsi(data.close, 14) };
  },
  onBar({ order }, { rsi }) {
    if (rsi.now < 30) order.buy();
  },
});
`,
  good: `import { strategy, ta } from 'hindcast';

export default strategy({
  name: 'Buys dips',
  setup({ data }) {
    return { rsi: ta.rsi(data.close, 14) };
  },
  onBar({ order, position }, { rsi }) {
    if (rsi.now < 30 && !position.isOpen) order.buy();
    else if (rsi.now > 60) position.close();
  },
});
`,
  find: (code) => [...ofOrders(code), ...ofSignals(code)],
};

function ofOrders(code: StrategyCode): Violation[] {
  const { nodes } = code;
  const calls = nodes.filter((node): node is ts.CallExpression => ts.isCallExpression(node));
  const [entry, ...others] = calls.filter((call) => isOrder(code, call, ['buy', 'sell']));
  if (entry === undefined) return [];
  const sides = new Set([entry, ...others].map((call) => methodOf(call)));
  const isClosed =
    sides.size > 1 ||
    calls.some((call) => isOrder(code, call, ['exit'])) ||
    calls.some((call) => isOfPosition(code, call)) ||
    nodes.some((node) => ts.isObjectLiteralElementLike(node) && PROTECTION.includes(node.name?.getText() ?? ''));
  if (isClosed || (others.length === 0 && isOnce(code, entry))) return [];
  return [violation(entry, 'order.buy and order.sell open trades here, and nothing closes them')];
}

function ofSignals(code: StrategyCode): Violation[] {
  const signals = code.member('signals');
  return (signals === null ? [] : returnedBy(signals)).flatMap((returned) => {
    if (!ts.isObjectLiteralExpression(returned) || returned.properties.some((one) => ts.isSpreadAssignment(one)))
      return [];
    const has = (name: string) => propertyOf(returned, name) !== null;
    const isOneSided = has('entries') !== has('shortEntries');
    const isClosed = has('entries') ? has('exits') : has('shortExits');
    return isOneSided && !isClosed ? [violation(returned, 'These signals have entries and no exits')] : [];
  });
}

function violation(node: ts.Node, what: string): Violation {
  return {
    node,
    message:
      `${what}: a trade ends only where the data end, and later entries find no money. ` +
      'Add position.close(), a stopLoss, takeProfit or trailingStop, or exits to signals.',
  };
}

function isOrder(code: StrategyCode, call: ts.CallExpression, methods: readonly string[]): boolean {
  const { expression: callee } = call;
  return (
    ts.isPropertyAccessExpression(callee) &&
    methods.includes(methodOf(call)) &&
    code.apiType(callee.expression) === 'Orders'
  );
}

/** `position.close()`, `position.of(symbol).protect(…)`, or `close` taken out of a position. */
function isOfPosition(code: StrategyCode, { expression: callee }: ts.CallExpression): boolean {
  if (!ts.isPropertyAccessExpression(callee) || !['close', 'protect'].includes(callee.name.text)) return false;
  return ['Position', 'SymbolPosition'].includes(code.apiType(callee.expression) ?? '');
}

function methodOf({ expression: callee }: ts.CallExpression): string {
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : '';
}

/** In `onStart`, or under a test that a bar is a certain one. */
function isOnce(code: StrategyCode, call: ts.CallExpression): boolean {
  if (code.nodesIn(['onStart']).includes(call)) return true;
  return (
    ts.findAncestor(
      call,
      (node) => ts.isIfStatement(node) && /\bindex\s*===?\s*\d+\b/.test(node.expression.getText()),
    ) !== undefined
  );
}
