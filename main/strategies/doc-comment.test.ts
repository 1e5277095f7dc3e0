import { expect, it, test } from 'vitest';
import { strategyDoc } from './doc-comment.ts';

const NOTHING = { title: '', kind: '', description: '', fails: '', data: '' };

it('reads every tag, over lines', () => {
  const source = [
    '',
    '/**',
    ' * @title Pyramid',
    ' * @kind trend',
    ' *',
    ' * Begins small and adds',
    ' * while it is right.',
    ' *',
    ' * More about it.',
    ' *',
    ' * @fails A trend that turns',
    ' * costs it all.',
    ' * @data sp500.csv: daily bars.',
    ' */',
    '/** @kind other */',
  ].join('\n');
  expect(strategyDoc(source)).toEqual({
    title: 'Pyramid',
    kind: 'trend',
    description: 'Begins small and adds while it is right.',
    fails: 'A trend that turns costs it all.',
    data: 'sp500.csv: daily bars.',
  });
  expect(strategyDoc(source.replaceAll('\n', '\r\n'))).toEqual(strategyDoc(source));
});

test.each([
  ['/** One line. */', { description: 'One line.' }],
  ['\n/**\n * Two\n * lines.\n *\n * And more.\n */', { description: 'Two lines.' }],
  ['/**\n * When it fails: in\n * crashes.\n *\n * Buys.\n */', { description: 'Buys.', fails: 'In crashes.' }],
  ['/**\n * @fails Always.\n *\n * When it fails: never.\n */', { fails: 'Always.' }],
  ['/**\n * @titles x\n * @kind\n */', {}],
  ['// no such comment', {}],
  ['const a = 1; /** later */', {}],
  ['/** never ends', {}],
  ['', {}],
])('%j says %j', (source, said) => {
  expect(strategyDoc(source)).toEqual({ ...NOTHING, ...said });
});
