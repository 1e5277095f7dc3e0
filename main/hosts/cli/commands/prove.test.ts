import { afterAll, beforeAll, expect, test } from 'vitest';
import { Hindcast } from '../../../../tests/support/hindcast.ts';
import { strategySource } from '../../../../tests/support/strategy-source.ts';

let hindcast: Hindcast;
beforeAll(() => {
  hindcast = new Hindcast();
  const days = Array.from({ length: 120 }, (_, day) => {
    const date = new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10);
    return `${date},${Math.round(100 + 10 * Math.sin(day / 3))}`;
  });
  hindcast.write('prices.csv', ['date,close', ...days].join('\n'));
});
afterAll(() => hindcast.remove());

const run = (name: string, members: string) =>
  hindcast.run('run', hindcast.write(name, strategySource(members)), '--data', 'prices.csv', '--no-type-check');

test('a run without look-ahead ends with 0 and says in how many cuts', async () => {
  expect(
    await run(
      'clean.ts',
      'onBar({ bar, order, position }) { if (bar.close > 100) order.buy(); else position.close(); }',
    ),
  ).toMatchObject({ code: 0 });
  const [shown, json] = [await hindcast.run('prove', 'last'), await hindcast.run('prove', 'last', '--json')];
  expect(shown).toMatchObject({ code: 0, stderr: '' });
  expect(shown.stdout).toMatch(/^No look-ahead found in 24 cuts: .+\nSame orders from 4 later starts: /);
  expect(JSON.parse(json.stdout)).toMatchObject({ lookAhead: { verdict: 'clean', cuts: 24 }, warmUp: { starts: 4 } });
});

test('one that looks ahead ends with 1, its bar and the line', async () => {
  await run(
    'ahead.ts',
    `setup({ data }) {
  const list = [];
  for (let i = 0; i < data.close.length - 1; i++) list.push(data.close.at(i + 1) - data.close.at(i));
  return { list };
},
onBar({ bar, order, position }, { list }) { if (list[bar.index] > 0) order.buy(); else position.close(); }`,
  );
  const { code, stdout } = await hindcast.run('prove', 'last');
  expect(code).toBe(1);
  expect(stdout).toMatch(/^It looks ahead: On 2020-/);
  expect(stdout).toContain('ahead.ts:5 is where the lint sees it.');
});
