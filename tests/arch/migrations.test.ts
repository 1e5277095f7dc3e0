import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

test('migrations are numbered from 1 without gaps', () => {
  const names = readdirSync(new URL('../../main/db/migrations/', import.meta.url)).sort();
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(name).toMatch(/^\d{4}-[a-z]+(-[a-z]+)*\.sql$/);
  expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, i) => i + 1));
});
