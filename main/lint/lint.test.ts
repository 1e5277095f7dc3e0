import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { typeCheckStrategy } from '../strategies/type-check.ts';
import { lint } from './lint.ts';
import { RULES } from './rules.ts';

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('finds its bad example, and nothing else in it', () => {
    expect(lint({ 'main.ts': rule.bad }).map((one) => [one.rule, one.severity])).toEqual([[id, rule.severity]]);
  });

  test('finds nothing in its good example', () => {
    expect(lint({ 'main.ts': rule.good })).toEqual([]);
  });

  test('has examples with sound types', () => {
    for (const source of [rule.bad, rule.good]) expect(typeCheckStrategy(source, 'main.ts')).toEqual([]);
  });
});

const EXAMPLES = new URL('../../examples/', import.meta.url);
const clean = ['', 'templates/'].flatMap((folder) =>
  readdirSync(new URL(folder, EXAMPLES))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => folder + name),
);

test('there is a clean set to be quiet about', () => {
  expect(clean.length).toBeGreaterThan(30);
});

test.each(clean)('no false alarm in %s', (path) => {
  expect(lint({ 'main.ts': readFileSync(new URL(path, EXAMPLES), 'utf8') })).toEqual([]);
});
