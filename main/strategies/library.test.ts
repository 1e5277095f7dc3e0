import { expect, it } from 'vitest';
import { refusal } from '../../tests/support/refusal.ts';
import { leadingSentence, StrategyLibrary, sourceHash } from './library.ts';

it('has the examples that ship', async () => {
  const library = new StrategyLibrary();
  expect(library.list().map(({ id }) => id)).toContain('sma-cross');
  expect(library.get('sma-cross')).toMatchObject({
    file: 'sma-cross.ts',
    source: expect.stringContaining('export default'),
  });
  expect((await refusal(() => library.get('../package'))).code).toBe('usage.no-such-strategy');
});

it.each([
  ['/** One line. */', 'One line.'],
  ['\n/**\n * Two\n * lines.\n *\n * And more.\n */', 'Two lines.'],
  ['// no such comment', ''],
  ['const a = 1; /** later */', ''],
])('%j is about "%s"', (source, sentence) => {
  expect(leadingSentence(source)).toBe(sentence);
});

it('names a text by its SHA-256', async () => {
  expect(sourceHash('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});
