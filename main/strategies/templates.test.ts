import { expect, it, test } from 'vitest';
import { refusal } from '../../tests/support/refusal.ts';
import { aboutTemplate, Templates, writtenName } from './templates.ts';

it('has the strategies that ship, each with something to say', async () => {
  const templates = new Templates();
  const about = templates.list().map(aboutTemplate);
  expect(about.find(({ id }) => id === 'sma-cross')).toMatchObject({
    id: 'sma-cross',
    file: 'sma-cross.ts',
    name: 'SMA cross',
    description: 'Moving-average crossover: the "hello world" of trend following.',
    fails: expect.stringContaining('In sideways markets'),
  });
  expect(new Set(about.map(({ id }) => id)).size).toBe(about.length);
  for (const { name, description, fails } of about) expect([name, description, fails]).not.toContain('');
  expect(templates.get('sma-cross').source).toContain('export default');
  expect((await refusal(() => templates.get('../package'))).code).toBe('usage.no-such-strategy');
});

it('is called by its title before its name before its file', () => {
  const about = (source: string) => aboutTemplate({ id: 'a-b', file: 'a-b.ts', source }).name;
  const named = "export default strategy({\n  name: 'Name',\n});";
  expect([about(`/** @title Title */\n${named}`), about(named), about('')]).toEqual(['Title', 'Name', 'a-b']);
});

test.each([
  ['strategy({ name: "It\'s", x })', "It's"],
  ["strategy({name:'A'})", 'A'],
  ["strategy({ name: 'a\\n' })", ''],
  ["strategy({ other: { name: 'a' } })", ''],
  ["mystrategy({ name: 'a' })", ''],
  ['strategy({ name: \'a" })', ''],
])('%s is called %j', (source, name) => {
  expect(writtenName(source)).toBe(name);
});
