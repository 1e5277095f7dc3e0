import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf, type SourceFile, sourcesOf } from './sources.ts';

const FLOORS = ['shared', 'worker', 'main', 'renderer'] as const;
type Floor = (typeof FLOORS)[number];

const MAY_USE: Record<Floor, readonly Floor[]> = {
  shared: ['shared'],
  worker: ['worker', 'shared'],
  main: ['main', 'worker', 'shared'],
  renderer: ['renderer', 'shared'],
};

/** What runs strategies has no disk, no network and no other process. */
const NODE_OF_WORKER = ['node:crypto', 'node:module', 'node:v8', 'node:vm'];

const files = FLOORS.flatMap((floor) => sourcesOf(floor).map((file) => ({ floor, file })));

/** The floor that an import leads to; null for packages. */
function floorOf(file: SourceFile, name: string): string | null {
  const path = name.startsWith('.') ? posix.join(posix.dirname(file.path), name) : name.replace(/^#/, '');
  return name.startsWith('.') || name.startsWith('#') ? (path.split('/')[0] as string) : null;
}

function importing(wrong: (floor: Floor, name: string, file: SourceFile) => boolean): string[] {
  return files.flatMap(({ floor, file }) =>
    importsOf(file)
      .filter((name) => wrong(floor, name, file))
      .map((name) => `${file.path} imports ${name}`),
  );
}

describe('imports', () => {
  test('are found at all', () => {
    expect(
      importsOf({ path: 'x.ts', text: "import type { a } from './a.ts';\nimport 'b';\nexport * from \"c\";" }),
    ).toEqual(['./a.ts', 'c', 'b']);
    const text =
      "import {\n  a,\n  b,\n} from '#shared/a.ts';\nawait import('electron');\nnew URL('./x.ts', import.meta.url)";
    expect(importsOf({ path: 'x.ts', text })).toEqual(['#shared/a.ts', 'electron', './x.ts']);
    expect(importing((floor, name) => floor === 'main' && name.startsWith('#shared/')).length).toBeGreaterThan(20);
  });

  test('point down only', () => {
    const wrong = importing((floor, name, file) => {
      const target = floorOf(file, name);
      return target !== null && !MAY_USE[floor].some((allowed) => allowed === target);
    });
    expect(wrong).toEqual([]);
  });

  test('go by name to another floor and by path within one', () => {
    const wrong = importing((floor, name, file) => {
      // The place of a thread's code, or of a declaration file, is a path.
      if (file.text.includes(`new URL('${name}'`)) return false;
      return name.startsWith('.') ? floorOf(file, name) !== floor : name.startsWith(`#${floor}/`);
    });
    expect(wrong).toEqual([]);
  });

  test('of electron stand in main/hosts/electron alone', () => {
    const wrong = importing(
      (_, name, file) => /^electron(\/|$)/.test(name) && !file.path.startsWith('main/hosts/electron/'),
    );
    expect(wrong).toEqual([]);
  });

  test('of a host stand in that host alone', () => {
    const wrong = importing((_, name, file) => {
      const target = posix.join(posix.dirname(file.path), name);
      return name.startsWith('.') && target.startsWith('main/hosts/') && !file.path.startsWith('main/hosts/');
    });
    expect(wrong).toEqual([]);
  });

  test('of Node stand in main, and the harmless ones in worker', () => {
    const wrong = importing((floor, name) => {
      if (!name.startsWith('node:')) return false;
      return floor === 'shared' || floor === 'renderer' || (floor === 'worker' && !NODE_OF_WORKER.includes(name));
    });
    expect(wrong).toEqual([]);
  });

  test('of the database stand in main', () => {
    expect(importing((floor, name) => name === 'better-sqlite3' && floor !== 'main')).toEqual([]);
  });
});
