import { describe, expect, test } from 'vitest';
import { Turns } from './turns.ts';

/** Takes places and writes down who got one. */
function queue(places: number) {
  const turns = new Turns(places);
  const got: string[] = [];
  const stops = new Map<string, AbortController>();
  const take = (name: string) => {
    const stop = new AbortController();
    stops.set(name, stop);
    return turns.take(stop.signal).then(
      () => got.push(name),
      (reason: unknown) => got.push(`${name} left: ${String(reason)}`),
    );
  };
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { turns, got, take, stop: (name: string) => stops.get(name)?.abort('bored'), settle };
}

describe('Turns', () => {
  test('places go to who came first, as they become free', async () => {
    const { turns, got, take, settle } = queue(2);
    for (const name of ['a', 'b', 'c', 'd']) void take(name);
    await settle();
    expect(got).toEqual(['a', 'b']);
    turns.give();
    await settle();
    expect(got).toEqual(['a', 'b', 'c']);
    turns.give();
    await settle();
    expect(got).toEqual(['a', 'b', 'c', 'd']);
  });

  test('who leaves the queue takes no place', async () => {
    const { turns, got, take, stop, settle } = queue(1);
    for (const name of ['a', 'b', 'c']) void take(name);
    stop('b');
    await settle();
    expect(got).toEqual(['a', 'b left: bored']);
    turns.give();
    await settle();
    expect(got.at(-1)).toBe('c');
  });

  test('being told to stop once inside changes nothing', async () => {
    const { turns, got, take, stop, settle } = queue(1);
    void take('a');
    void take('b');
    await settle();
    turns.give();
    stop('a');
    stop('b');
    await settle();
    turns.give();
    await take('c');
    void take('d');
    await settle();
    expect(got).toEqual(['a', 'b', 'c']);
  });

  test('an aborted signal gets none', async () => {
    const turns = new Turns(1);
    await expect(turns.take(AbortSignal.abort('late'))).rejects.toBe('late');
    await turns.take(new AbortController().signal);
  });
});
