import { setImmediate } from 'node:timers/promises';
import { createRouterClient } from '@orpc/server';
import { describe, expect, test, vi } from 'vitest';
import type { DesktopClient } from '#shared/contract/desktop.ts';
import { DesktopApi } from './desktop-api.ts';

function desktop() {
  const showMenu = vi.fn();
  const api = new DesktopApi({ showMenu, chooseFolder: async () => '/chosen' });
  const client: DesktopClient = createRouterClient(api.router, { context: {} });
  return { api, client, showMenu };
}

async function next<T>(stream: AsyncIterator<T>): Promise<T> {
  return (await stream.next()).value;
}

const RUN = { id: 'run.start', title: 'Run', group: 'Run' as const, key: 'F5' };

describe('links', () => {
  test('reach a window that listens', async () => {
    const { api, client } = desktop();
    const links = await client.links();
    const first = next(links);
    api.open('/run/12');
    expect(await first).toEqual({ path: '/run/12' });
  });

  test('wait for the window, the newest alone, and are followed once', async () => {
    const { api, client } = desktop();
    api.open('/jobs');
    api.open('/runs');
    const links = await client.links();
    expect(await next(links)).toEqual({ path: '/runs' });
    const later = await client.links();
    const first = next(later);
    api.open('/settings');
    expect(await first).toEqual({ path: '/settings' });
  });
});

describe('the menu', () => {
  test('shows what the window sends, and tells each choice', async () => {
    const { api, client, showMenu } = desktop();
    const choices = await client.menu({ commands: [RUN] });
    expect(showMenu).toHaveBeenCalledExactlyOnceWith([RUN]);
    const first = next(choices);
    await setImmediate();
    api.choose('run.start');
    api.choose('run.start');
    expect(await first).toEqual({ id: 'run.start' });
    expect(await next(choices)).toEqual({ id: 'run.start' });
  });

  test.each([
    ['an id that is none', { ...RUN, id: 'run start' }],
    ['a title without end', { ...RUN, title: 'x'.repeat(81) }],
    ['another menu', { ...RUN, group: 'Window' }],
    ['more than is asked for', { ...RUN, role: 'quit' }],
  ])('refuses %s', async (_, command) => {
    const { client, showMenu } = desktop();
    await expect(client.menu({ commands: [command as typeof RUN] })).rejects.toThrow();
    expect(showMenu).not.toHaveBeenCalled();
  });
});

test('a folder is asked for', async () => {
  expect(await desktop().client.chooseFolder()).toEqual({ folder: '/chosen' });
});
