import ts from 'typescript-api';
import type { Rule, Violation } from './rule.ts';
import { expressionOf, nameOf, propertyOf, type StrategyCode } from './strategy-code.ts';

/**
 * A parameter that is declared and never read.
 *
 * Bad: `params: { stop: param.int(5) }` and no `params.stop`. Good: `stopLoss: order.percentAway(params.stop)`.
 *
 * Whatever looks like a use counts as one: a member of that name, a text, `params` handed on as a whole.
 */
export const unusedParameter: Rule = {
  id: 'unused-parameter',
  severity: 'warning',
  title: 'A parameter is declared and never read.',
  why: `Its slider moves nothing, and a sweep over it makes the same run again and again. That is worse than a waste: a
hundred equal results look like a hundred trials that agree, and statistics on overfitting count them all.`,
  bad: `import { param, strategy, ta } from 'hindcast';

export default strategy({
  name: 'Average',
  params: { period: param.int(50, { min: 5, max: 200 }), stop: param.number(5, { min: 1, max: 20 }) },
  setup({ data, params }) {
    return { average: ta.sma(data.close, params.period) };
  },
  onBar({ bar, order, position }, { average }) {
    if (bar.close < average.now) position.close();
    else if (!position.isOpen) order.buy({ stopLoss: order.percentAway(5) });
  },
});
`,
  good: `import { param, strategy, ta } from 'hindcast';

export default strategy({
  name: 'Average',
  params: { period: param.int(50, { min: 5, max: 200 }), stop: param.number(5, { min: 1, max: 20 }) },
  setup({ data, params }) {
    return { average: ta.sma(data.close, params.period) };
  },
  onBar({ bar, order, position, params }, { average }) {
    if (bar.close < average.now) position.close();
    else if (!position.isOpen) order.buy({ stopLoss: order.percentAway(params.stop) });
  },
});
`,
  find(code) {
    const property = code.definition === null ? null : propertyOf(code.definition, 'params');
    const declared = property === null ? null : expressionOf(property);
    if (declared === null || !ts.isObjectLiteralExpression(declared)) return [];
    const outside = code.nodes.filter((node) => !isWithin(node, declared));
    if (outside.some((node) => handsOnAll(code, node))) return [];
    const used = new Set(outside.flatMap(namesUsed));
    return declared.properties.flatMap((one) => {
      const name = one.name === undefined ? '' : nameOf(one.name);
      return name === '' || used.has(name) ? [] : violation(declared, one, name);
    });
  },
};

function violation(all: ts.ObjectLiteralExpression, one: ts.ObjectLiteralElementLike, name: string): Violation {
  const next = all.properties[all.properties.indexOf(one) + 1];
  const source = one.getSourceFile();
  const comma = /^\s*,/.exec(source.text.slice(one.getEnd()))?.[0].length ?? 0;
  return {
    node: one,
    message:
      `The parameter ${name} is never read: its slider moves nothing, and sweeping it repeats one run under many names. ` +
      `Use params.${name}, or remove it.`,
    fix: {
      title: `Remove the parameter ${name}`,
      replacements: [{ start: one.getStart(source), end: next?.getStart(source) ?? one.getEnd() + comma, text: '' }],
    },
  };
}

/** Names by which a parameter may be read at a node. */
function namesUsed(node: ts.Node): string[] {
  if (ts.isPropertyAccessExpression(node)) return [node.name.text];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isBindingElement(node)) return [(node.propertyName ?? node.name).getText()];
  return [];
}

/** `{ ...params }`, `helper(params)`, `params[name]`: who reads what can't be known. */
function handsOnAll(code: StrategyCode, node: ts.Node): boolean {
  if (!ts.isIdentifier(node) || code.apiType(node) !== 'ParamValues') return false;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isBindingElement(parent)) return false;
  if (!ts.isVariableDeclaration(parent) || !ts.isObjectBindingPattern(parent.name)) return true;
  return parent.name.elements.some((element) => element.dotDotDotToken !== undefined);
}

function isWithin(node: ts.Node, outer: ts.Node): boolean {
  return node.getSourceFile() === outer.getSourceFile() && node.pos >= outer.pos && node.end <= outer.end;
}
