import { mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Hindcast, pricesCsv } from '../../../tests/support/hindcast.ts';

const MAIN = `import { strategy } from 'hindcast';
import { isDue } from './lib/due.ts';
export default strategy({
  name: 'Imported',
  onBar({ bar, order }) {
    if (isDue(bar.index)) order.buy({ size: 1 });
  },
});
`;
const DUE = 'export const isDue = (index: number): boolean => index % 10 === 1;\n';

let hindcast: Hindcast;
let main: string;
let folder: string;

beforeAll(() => {
  hindcast = new Hindcast();
  main = hindcast.write('main.ts', MAIN);
  folder = realpathSync(dirname(main));
  mkdirSync(join(folder, 'lib'));
  hindcast.write('lib/due.ts', DUE);
});
afterAll(() => hindcast.remove());

it('brings strategies into the library, and writes them as folders', async () => {
  const imported = await hindcast.run('strategies', 'import', main);
  expect(imported).toMatchObject({ code: 0, stdout: expect.stringMatching(/^[0-9a-f]{10} Imported\n$/) });
  const id = imported.stdout.slice(0, 10);
  const listed = await hindcast.run('strategies', 'list', '--search', 'imported', '--json');
  expect(JSON.parse(listed.stdout)).toMatchObject([{ id, name: 'Imported', isDirty: true }]);
  const target = join(folder, 'several');
  expect(await hindcast.run('strategies', 'export', id, '--folder', target)).toMatchObject({ code: 0 });
  expect(readFileSync(join(target, 'main.ts'), 'utf8')).toBe(MAIN);
  expect(readFileSync(join(target, 'lib/due.ts'), 'utf8')).toBe(DUE);
});

it('writes them as one file, which runs as they do', async () => {
  const { stdout } = await hindcast.run('strategies', 'import', main);
  const one = join(folder, 'one.ts');
  await hindcast.run('strategies', 'export', stdout.slice(0, 10), '--file', one);
  const prices = hindcast.write('prices.csv', pricesCsv(60));
  const [a, b] = await Promise.all(
    [main, one].map((file) => hindcast.run('run', file, '--data', prices, '--json', '-')),
  );
  expect(JSON.parse(a?.stdout ?? '').resultHash).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.parse(a?.stdout ?? '').resultHash).toBe(JSON.parse(b?.stdout ?? '').resultHash);
});

it('shows them as a table', async () => {
  await hindcast.run('strategies', 'import', main, '--name', 'By another name');
  const { stdout } = await hindcast.run('strategies', 'list');
  expect(stdout).toMatch(/By another name +main, changed +0 +0/);
});

it('refuses what is not there', async () => {
  expect(await hindcast.run('strategies', 'export', '0123456789', '--file', '-')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('There is no strategy 0123456789.'),
  });
  expect(await hindcast.run('strategies', 'export', '0123456789')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--folder DIR'),
  });
  expect(await hindcast.run('strategies', 'import', join(folder, 'none'))).toMatchObject({ code: 2 });
});
