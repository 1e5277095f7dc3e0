import { expect, it } from 'vitest';
import { MemoryCache } from './memory-cache.ts';

function cacheOf(limit: number) {
  const made: string[] = [];
  const cache = new MemoryCache<string>(limit, (value) => value.length);
  const get = (name: string, value = name) =>
    cache.get(name, () => {
      made.push(name);
      return value;
    });
  return { get, made };
}

it('makes each thing once', () => {
  const { get, made } = cacheOf(10);
  expect([get('a'), get('a', 'other')]).toEqual(['a', 'a']);
  expect(made).toEqual(['a']);
});

it('forgets what was not used for the longest time when memory is full', () => {
  const { get, made } = cacheOf(3);
  for (const name of ['a', 'b', 'c', 'a', 'd']) get(name);
  get('a');
  get('c');
  expect(made).toEqual(['a', 'b', 'c', 'd']);
  get('b');
  expect(made).toEqual(['a', 'b', 'c', 'd', 'b']);
});

it('keeps the one that is used, however large', () => {
  const { get, made } = cacheOf(3);
  get('a');
  get('huge', 'x'.repeat(50));
  get('huge');
  get('a');
  get('b');
  get('a');
  expect(made).toEqual(['a', 'huge', 'a', 'b']);
});

it('says what it has without making it, which counts as a use', () => {
  const cache = new MemoryCache<string>(2, ({ length }) => length);
  expect(cache.find('a')).toBeNull();
  for (const name of ['a', 'b']) cache.get(name, () => name);
  expect(cache.find('a')).toBe('a');
  cache.get('c', () => 'c');
  expect([cache.find('a'), cache.find('b')]).toEqual(['a', null]);
});
