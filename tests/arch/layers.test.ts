import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FLOORS = ['shared', 'worker', 'main', 'renderer'];

/** A house of four floors with our configuration and one room each. */
let house: string;

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'hindcast-house-'));
  for (const name of ['package.json', 'tsconfig.base.json']) cpSync(join(ROOT, name), join(house, name));
  for (const floor of FLOORS) {
    mkdirSync(join(house, floor));
    cpSync(join(ROOT, floor, 'tsconfig.json'), join(house, floor, 'tsconfig.json'));
    writeFileSync(join(house, floor, 'room.ts'), `export const ${floor} = 1;\n`);
  }
  mkdirSync(join(house, 'node_modules'));
  symlinkSync(join(ROOT, 'node_modules', '@types'), join(house, 'node_modules', '@types'), 'junction');
  const references = FLOORS.map((path) => ({ path: `./${path}` }));
  writeFileSync(join(house, 'tsconfig.json'), JSON.stringify({ files: [], references }));
});
afterAll(() => rmSync(house, { recursive: true }));

/** What the compiler says when a room of one floor holds this text. */
function compile(floor: string, text: string): Promise<string> {
  writeFileSync(join(house, floor, 'visitor.ts'), `${text}\nexport {};\n`);
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  return new Promise((resolve) => {
    execFile(process.execPath, [tsc, '-b', join(house, floor)], { cwd: house }, (_, stdout, stderr) => {
      rmSync(join(house, floor, 'visitor.ts'));
      resolve(stdout + stderr);
    });
  });
}

const visit = (target: string) => `import { ${target} } from '../${target}/room.ts';\n${target}.toFixed();`;

describe('the compiler', () => {
  test.each([
    ['worker', 'shared'],
    ['main', 'shared'],
    ['main', 'worker'],
    ['renderer', 'shared'],
  ])('lets %s import %s', async (floor, target) => {
    expect(await compile(floor, visit(target))).toBe('');
  });

  test.each([
    ['shared', 'worker'],
    ['shared', 'main'],
    ['shared', 'renderer'],
    ['worker', 'main'],
    ['worker', 'renderer'],
    ['main', 'renderer'],
    ['renderer', 'worker'],
    ['renderer', 'main'],
  ])('keeps %s from importing %s', async (floor, target) => {
    expect(await compile(floor, visit(target))).toContain('visitor.ts');
  });

  test.each([
    ['shared', "import 'node:fs';"],
    ['shared', 'process.exit();'],
    ['shared', 'document.title;'],
    ['renderer', "import { readFileSync } from 'node:fs';\nreadFileSync;"],
    ['renderer', 'process.exit();'],
    ['worker', 'document.title;'],
    ['main', 'document.title;'],
  ])('keeps %s from %s', async (floor, text) => {
    expect(await compile(floor, text)).toContain('visitor.ts');
  });
});
