import ts from 'typescript-api';
import { seriesRead } from './forward-index.ts';
import type { Rule } from './rule.ts';
import { nodesOf, type StrategyCode } from './strategy-code.ts';

/**
 * A bar of a higher timeframe, read by a position of the run's bars: most often one that isn't over yet.
 *
 * Bad: `week.close.at(Math.floor(i / 5))`. Good: `week.close.now` in `onBar`.
 */
export const unconfirmedHigherTimeframe: Rule = {
  id: 'unconfirmed-higher-timeframe',
  severity: 'error',
  title: 'A bar of a higher timeframe is read before it is over.',
  why: `On Tuesday the week's close is not known. In \`onBar\`, \`week.close.now\` is the close of the last complete week, so
that is safe. In \`setup\` all weeks are visible, and the week that holds Tuesday's bar closes on Friday: reading it by a
position worked out from the days looks up to four days ahead. Going through a higher timeframe bar by bar, up to its
own length, is fine.`,
  bad: `import { series, strategy } from 'hindcast';

export default strategy({
  name: 'Week of the day',
  setup({ data }) {
    const week = data.at('1w');
    const closes: number[] = [];
    for (let i = 0; i < data.close.length; i++) closes.push(week.close.at(Math.floor(i / 5)));
    return { weekly: series(closes) };
  },
  onBar({ bar, order, position }, { weekly }) {
    if (weekly.now > bar.close) order.buy();
    else position.close();
  },
});
`,
  good: `import { strategy } from 'hindcast';

export default strategy({
  name: 'Last complete week',
  setup({ data }) {
    return { week: data.at('1w') };
  },
  onBar({ bar, order, position }, { week }) {
    if (week.close.now > bar.close) order.buy();
    else position.close();
  },
});
`,
  find(code) {
    return code.nodes.flatMap((node) => {
      const read = seriesRead(code, node, 'at');
      if (read === null || !code.isHigherSeries(read.series) || isWithinOwnLength(code, node)) return [];
      const series = read.series.getText();
      return {
        node,
        message:
          `${node.getText()} reads a higher timeframe by a position of shorter bars: the bar it finds may not be over yet. ` +
          `Read ${series}.now in onBar, which is the last complete one.`,
      };
    });
  },
};

/** Inside a loop that ends at the length of a higher timeframe. */
function isWithinOwnLength(code: StrategyCode, node: ts.Node): boolean {
  const bounds: ts.Node[] = [];
  for (let outer = node.parent; outer !== undefined; outer = outer.parent) {
    if (ts.isForStatement(outer) && outer.condition !== undefined) bounds.push(outer.condition);
    if (ts.isCallExpression(outer) && outer.expression.getText() === 'Array.from')
      bounds.push(...outer.arguments.slice(0, 1));
  }
  return bounds
    .flatMap(nodesOf)
    .some(
      (one) => ts.isPropertyAccessExpression(one) && one.name.text === 'length' && code.isHigherSeries(one.expression),
    );
}
