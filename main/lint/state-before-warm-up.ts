import ts from 'typescript-api';
import type { Rule, Violation } from './rule.ts';
import { expressionOf, nameOf, numberOf, PER_BAR, propertyOf, type StrategyCode } from './strategy-code.ts';

const GUARDS = ['isNaN', 'isFinite'];

/**
 * An indicator that is read while it has no value yet.
 *
 * Bad: `warmup: 0` with an average of 200 bars. Good: no `warmup`, and the run waits until the average is there.
 */
export const stateBeforeWarmUp: Rule = {
  id: 'state-before-warm-up',
  severity: 'warning',
  title: 'An indicator is read before it has a value.',
  why: `\`onBar\` is first called when every series that \`setup\` returned has a value. A \`warmup\` that is shorter than an
indicator's period, or an indicator that is made in \`onBar\` and not in \`setup\`, gets around this: its first values are NaN,
every comparison with NaN is false, and so \`else\` branches trade on nothing. Guarding with \`Number.isNaN\` or by
\`bar.index\` is fine.`,
  bad: `import { strategy, ta } from 'hindcast';

export default strategy({
  name: 'Too early',
  warmup: 0,
  setup({ data }) {
    return { average: ta.sma(data.close, 200) };
  },
  onBar({ bar, order, position }, { average }) {
    if (bar.close < average.now) position.close();
    else if (!position.isOpen) order.buy();
  },
});
`,
  good: `import { strategy, ta } from 'hindcast';

export default strategy({
  name: 'In time',
  setup({ data }) {
    return { average: ta.sma(data.close, 200) };
  },
  onBar({ bar, order, position }, { average }) {
    if (bar.close < average.now) position.close();
    else if (!position.isOpen) order.buy();
  },
});
`,
  find(code) {
    const perBar = code.nodesIn(PER_BAR);
    if (perBar.some((node) => isGuard(code, node))) return [];
    return [...tooShort(code, perBar), ...madeInBars(code, perBar)];
  },
};

/** A `warmup` below the longest period in `setup`, where the bars read what `setup` made. */
function tooShort(code: StrategyCode, perBar: readonly ts.Node[]): Violation[] {
  const property = code.definition === null ? null : propertyOf(code.definition, 'warmup');
  const warmup = property === null ? null : numberOf(expressionOf(property) ?? undefined);
  if (property === null || warmup === null) return [];
  const read = perBar.some(
    (node) => ts.isPropertyAccessExpression(node) && node.name.text === 'now' && code.isSeries(node.expression),
  );
  const longest = Math.max(0, ...code.nodesIn(['setup']).map((node) => periodOf(code, node)));
  if (!read || warmup >= longest - 1) return [];
  return [
    {
      node: property,
      message:
        `With a warm-up of ${warmup} bars onBar begins before indicators of ${longest} bars have a value: they are NaN, ` +
        'and every comparison with NaN is false. Leave warmup out, and the run waits for them.',
    },
  ];
}

/** An indicator called where bars come in one by one: nothing waits for it. */
function madeInBars(code: StrategyCode, perBar: readonly ts.Node[]): Violation[] {
  return perBar
    .filter((node) => code.isIndicatorCall(node))
    .map((node) => ({
      node,
      message:
        `${node.getText()} stands in code that runs bar by bar, so the run doesn’t wait for its first value (NaN until then). ` +
        'Make it in setup, and return it there.',
    }));
}

/** The largest whole number that an indicator is called with, in bars; 0 for anything else. */
function periodOf(code: StrategyCode, node: ts.Node): number {
  if (!code.isIndicatorCall(node)) return 0;
  return Math.max(0, ...node.arguments.map((one) => numberOf(one) ?? defaultOf(code, one) ?? 0));
}

/** The default of `params.period`, as it is declared. */
function defaultOf(code: StrategyCode, node: ts.Expression): number | null {
  if (!ts.isPropertyAccessExpression(node) || code.definition === null) return null;
  const params = propertyOf(code.definition, 'params');
  const declared = params === null ? null : expressionOf(params);
  if (declared === null || !ts.isObjectLiteralExpression(declared)) return null;
  const one = declared.properties.find(({ name }) => name !== undefined && nameOf(name) === node.name.text);
  const call = one === undefined ? null : expressionOf(one);
  return call !== null && ts.isCallExpression(call) ? numberOf(call.arguments[0]) : null;
}

/** A look at whether a value is there, or at how many bars there were. */
function isGuard(code: StrategyCode, node: ts.Node): boolean {
  if (ts.isIdentifier(node)) return GUARDS.includes(node.text);
  return (
    ts.isPropertyAccessExpression(node) && node.name.text === 'index' && code.apiType(node.expression) === 'CurrentBar'
  );
}
