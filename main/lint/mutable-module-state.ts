import ts from 'typescript-api';
import type { Rule } from './rule.ts';
import { isAssignment, type StrategyCode } from './strategy-code.ts';

/** Methods that change what they are called on. */
const CHANGING = [
  'push',
  'pop',
  'shift',
  'unshift',
  'splice',
  'sort',
  'reverse',
  'fill',
  'set',
  'add',
  'delete',
  'clear',
];

/**
 * A variable of the whole file that changes while bars come in.
 *
 * Bad: `let trades = 0;` above the strategy, `trades++` in `onBar`. Good: `state: () => ({ trades: 0 })`.
 */
export const mutableModuleState: Rule = {
  id: 'mutable-module-state',
  severity: 'warning',
  title: 'A variable outside the strategy changes while it runs.',
  why: `What a strategy remembers from bar to bar belongs in \`state\`: it starts fresh with each run, and can be shown
at any bar. A variable of the file is invisible to all that, and \`setup\` and \`onBar\` share it without saying so.
Constants and tables that nobody changes are fine.`,
  bad: `import { strategy } from 'hindcast';

let falls = 0;

export default strategy({
  name: 'Three falls',
  onBar({ bar, order, position }) {
    falls = bar.close < bar.open ? falls + 1 : 0;
    if (falls === 3) order.buy();
    else if (falls === 0) position.close();
  },
});
`,
  good: `import { strategy } from 'hindcast';

export default strategy({
  name: 'Three falls',
  state: () => ({ falls: 0 }),
  onBar({ bar, order, position, state }) {
    state.falls = bar.close < bar.open ? state.falls + 1 : 0;
    if (state.falls === 3) order.buy();
    else if (state.falls === 0) position.close();
  },
});
`,
  find(code) {
    const seen = new Set<ts.Symbol>();
    return code.nodes.flatMap((node) => {
      const changed = changedBy(node);
      const symbol = changed === null ? null : moduleVariable(code, changed);
      if (symbol === null || symbol.valueDeclaration === undefined || seen.has(symbol) || !isInFunction(node))
        return [];
      seen.add(symbol);
      return {
        node: symbol.valueDeclaration,
        message:
          `${symbol.name} changes while the strategy runs but is not part of its state, so no run shows it. ` +
          `Keep it in state: () => ({ ${symbol.name}: … }), which starts fresh with each run.`,
      };
    });
  },
};

/** The variable that a node changes, directly or inside. */
function changedBy(node: ts.Node): ts.Identifier | null {
  if (isAssignment(node)) return rootOf(node.left);
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    const isStep = [ts.SyntaxKind.PlusPlusToken, ts.SyntaxKind.MinusMinusToken].includes(node.operator);
    return isStep ? rootOf(node.operand) : null;
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  return CHANGING.includes(node.expression.name.text) ? rootOf(node.expression.expression) : null;
}

/** `a` of `a.b[c]`. */
function rootOf(node: ts.Expression): ts.Identifier | null {
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return rootOf(node.expression);
  return ts.isIdentifier(node) ? node : null;
}

/** A variable that is declared outside of all functions. */
function moduleVariable(code: StrategyCode, name: ts.Identifier): ts.Symbol | null {
  const symbol = code.symbolOf(name);
  const declaration = symbol?.valueDeclaration;
  if (symbol === null || declaration === undefined || !ts.isVariableDeclaration(declaration)) return null;
  return isInFunction(declaration) ? null : symbol;
}

function isInFunction(node: ts.Node): boolean {
  return ts.findAncestor(node, ts.isFunctionLike) !== undefined;
}
