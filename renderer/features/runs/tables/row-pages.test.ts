import { describe, expect, test, vi } from 'vitest';
import { type AskForPage, RowPages } from './row-pages.ts';

interface Row {
  key: number;
}

/** A table of `total` rows, newest first: the row at place 0 has the highest key. */
function tableOf(total: number) {
  const ask = vi.fn<AskForPage<Row>>(async (offset, limit, including) => {
    const place = including === undefined ? offset : total - 1 - including;
    const start = place - (place % limit);
    const keys = Array.from({ length: Math.max(0, Math.min(limit, total - start)) }, (_, i) => total - 1 - start - i);
    return { rows: keys.map((key) => ({ key })), total, offset: start };
  });
  return { ask, pages: new RowPages<Row>(ask, ({ key }) => key) };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('rows', () => {
  test('come a page at a time, each page once', async () => {
    const { ask, pages } = tableOf(250);
    expect(pages.state()).toEqual({ total: null, error: null });
    pages.load(0, 30);
    pages.load(5, 40);
    expect(pages.row(0)).toBeUndefined();
    await settled();
    pages.load(0, 100);
    expect(ask.mock.calls).toEqual([[0, 100]]);
    expect(pages.state().total).toBe(250);
    expect(pages.row(0)).toEqual({ key: 249 });
    expect(pages.row(99)).toEqual({ key: 150 });
    expect(pages.row(100)).toBeUndefined();
  });

  test('over the edge of a page bring both pages', async () => {
    const { ask, pages } = tableOf(250);
    pages.load(90, 101);
    await settled();
    expect(ask.mock.calls.map(([offset]) => offset)).toEqual([0, 100]);
    pages.load(250, 300);
    pages.load(300, 310);
    await settled();
    expect(ask.mock.calls).toHaveLength(3);
  });

  test('of an empty table are asked for, even so', async () => {
    const { ask, pages } = tableOf(0);
    pages.load(0, 0);
    await settled();
    expect(ask).toHaveBeenCalledTimes(1);
    expect(pages.state().total).toBe(0);
  });

  test('can be fetched by their place', async () => {
    const { ask, pages } = tableOf(250);
    expect(await pages.fetch(249)).toEqual({ key: 0 });
    expect(await pages.fetch(248)).toEqual({ key: 1 });
    expect(await pages.fetch(250)).toBeUndefined();
    expect(ask.mock.calls.map(([offset]) => offset)).toEqual([200]);
  });
});

describe('a row with a key', () => {
  test('has a place once its page is there', async () => {
    const { ask, pages } = tableOf(250);
    expect(pages.placeOf(10)).toBeNull();
    await pages.reach(10);
    expect(pages.placeOf(10)).toBe(239);
    expect(ask.mock.calls).toEqual([[0, 100, 10]]);
    await pages.reach(11);
    expect(ask).toHaveBeenCalledTimes(1);
  });
});

describe('an error', () => {
  test('is told, leaves what was there, and goes with the next answer', async () => {
    const { ask, pages } = tableOf(250);
    await pages.fetch(0);
    const listener = vi.fn();
    const end = pages.subscribe(listener);
    ask.mockRejectedValueOnce(new TypeError('no answer'));
    await pages.fetch(100);
    expect(listener).toHaveBeenCalledTimes(1);
    expect(pages.state()).toMatchObject({ total: 250, error: { code: 'run.unreachable' } });
    expect(pages.row(0)).toEqual({ key: 249 });
    await pages.fetch(100);
    expect(pages.state()).toEqual({ total: 250, error: null });
    end();
    await pages.fetch(200);
    expect(listener).toHaveBeenCalledTimes(2);
  });

  test('stays while a page is missing, and has that page asked for again', async () => {
    const { ask, pages } = tableOf(250);
    await pages.fetch(0);
    ask.mockRejectedValueOnce(new TypeError('no answer'));
    await pages.fetch(100);
    await pages.fetch(200);
    expect(pages.state()).toMatchObject({ total: 250, error: { code: 'run.unreachable' } });
    pages.retry();
    pages.retry();
    await settled();
    expect(ask.mock.calls.map(([offset]) => offset)).toEqual([0, 100, 200, 100]);
    expect(pages.row(100)).toEqual({ key: 149 });
    expect(pages.state().error).toBeNull();
  });

  test('while looking for a row has that row looked for again', async () => {
    const { ask, pages } = tableOf(250);
    ask.mockRejectedValueOnce(new TypeError('no answer'));
    await pages.reach(10);
    pages.retry();
    await settled();
    expect(ask.mock.calls).toEqual([
      [0, 100, 10],
      [0, 100, 10],
    ]);
    expect(pages.placeOf(10)).toBe(239);
  });
});
