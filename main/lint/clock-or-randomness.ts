import ts from 'typescript-api';
import type { Replacement, Rule, Violation } from './rule.ts';
import { nodesOf } from './strategy-code.ts';

/**
 * The time of the machine, or chance that nobody can repeat.
 *
 * Bad: `if (Math.random() < 0.5) order.buy()`. Good: `if (random() < 0.5) order.buy()`.
 */
export const clockOrRandomness: Rule = {
  id: 'clock-or-randomness',
  severity: 'error',
  title: 'The machine’s clock or unrepeatable chance decides.',
  why: `A run must give the same result whenever and wherever it is repeated; that is what makes it possible to verify it.
The clock of the machine says when the test ran, not when the market traded: \`bar.time\` does. \`random()\` of 'hindcast'
gives the same numbers for the same seed. The sandbox refuses the others when they are called; this rule says so
before.`,
  bad: `import { strategy } from 'hindcast';

export default strategy({
  name: 'Coin',
  onBar({ order, position }) {
    if (Math.random() < 0.1) order.buy();
    else position.close();
  },
});
`,
  good: `import { random, strategy } from 'hindcast';

export default strategy({
  name: 'Seeded coin',
  onBar({ order, position }) {
    if (random() < 0.1) order.buy();
    else position.close();
  },
});
`,
  find(code) {
    return code.nodes.flatMap((node) => (ts.isIdentifier(node) && code.isGlobal(node) ? (use(node) ?? []) : []));
  },
};

const CLOCK = 'is the clock of this machine: runs would not repeat. The market’s time is bar.time.';

function use(name: ts.Identifier): Violation | null {
  const { parent } = name;
  const isHolder = ts.isPropertyAccessExpression(parent) && parent.expression === name;
  const member = isHolder ? parent.name.text : '';
  if (name.text === 'Math' && member === 'random') return isHolder ? chance(parent) : null;
  if (name.text === 'Date' && member === 'now') return { node: parent, message: `Date.now ${CLOCK}` };
  if (name.text === 'Date' && ts.isNewExpression(parent) && !parent.arguments?.length) {
    return { node: parent, message: `new Date() ${CLOCK} new Date(bar.time) is its date.` };
  }
  if (name.text === 'Date' && ts.isCallExpression(parent) && parent.expression === name) {
    return { node: parent, message: `Date() ${CLOCK}` };
  }
  if (name.text === 'performance' && isHolder) return { node: parent, message: `performance.${member} ${CLOCK}` };
  if (name.text === 'crypto' && isHolder) {
    return { node: parent, message: 'crypto makes chance that can’t be repeated: use random() of hindcast.' };
  }
  return null;
}

/** Mended by the import, unless the strategy has a `random` of its own. */
function chance(use: ts.PropertyAccessExpression): Violation {
  const message = 'Math.random can’t be repeated, and runs must be: random() of hindcast follows the run’s seed.';
  const source = use.getSourceFile();
  const imports = nodesOf(source).find((node) => ts.isNamedImports(node));
  const [first] = imports?.elements ?? [];
  if (imports === undefined || first === undefined) return { node: use, message };
  const replacements: Replacement[] = [{ start: use.getStart(source), end: use.getEnd(), text: 'random' }];
  if (!imports.elements.some(({ name }) => name.text === 'random')) {
    const isTaken = nodesOf(source).some(
      (node) => isName(node, 'random') && !ts.isPropertyAccessExpression(node.parent),
    );
    if (isTaken) return { node: use, message };
    const at = imports.elements.end;
    replacements.unshift({ start: at, end: at, text: imports.elements.hasTrailingComma ? ' random' : ', random' });
  }
  return { node: use, message, fix: { title: 'Use random() of hindcast', replacements } };
}

function isName(node: ts.Node, text: string): boolean {
  return ts.isIdentifier(node) && node.text === text;
}
