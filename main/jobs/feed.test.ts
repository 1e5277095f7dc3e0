import { expect, it } from 'vitest';
import { Feed } from './feed.ts';

it('begins with what is known and goes on with what changes', async () => {
  const feed = new Feed<number>();
  const stop = new AbortController();
  const watched = feed.watch(stop.signal, [['a', 1]]);
  expect(await watched.next()).toEqual({ done: false, value: 1 });
  const next = watched.next();
  feed.publish('b', 2);
  expect(await next).toEqual({ done: false, value: 2 });
  const end = watched.next();
  stop.abort();
  expect(await end).toEqual({ done: true, value: undefined });
});

it('gives a slow watcher the newest state of each thing', async () => {
  const feed = new Feed<number>();
  const stop = new AbortController();
  const watched = feed.watch(stop.signal, [['a', 0]]);
  await watched.next();
  for (const [name, value] of [
    ['a', 1],
    ['b', 2],
    ['a', 3],
  ] as const)
    feed.publish(name, value);
  expect([(await watched.next()).value, (await watched.next()).value]).toEqual([3, 2]);
  stop.abort();
});

it('tells only what is wanted', async () => {
  const feed = new Feed<number>();
  const watched = feed.watch(undefined, [['x', 0]], (name) => name === 'b');
  await watched.next();
  feed.publish('a', 1);
  feed.publish('b', 2);
  expect(await watched.next()).toEqual({ done: false, value: 2 });
  expect(await watched.return()).toMatchObject({ done: true });
});

it('is over at once for a signal that was aborted before', async () => {
  expect(await new Feed<number>().watch(AbortSignal.abort(), [['a', 1]]).next()).toMatchObject({ done: true });
});
