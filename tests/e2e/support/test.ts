import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { WebHost } from './web-host.ts';

interface Fixtures {
  /** A host with an empty data folder, for one test. */
  host: WebHost;
  /** The window of that host, opened. */
  window: Page;
}

/** A test of the window on a host of its own. Nothing may go wrong in the page meanwhile. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: the fixtures that a fixture uses are read from its pattern
  host: async ({}, use) => {
    const host = new WebHost();
    await host.start();
    await use(host);
    await host.stop();
  },
  window: async ({ page, host }, use) => {
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) wrong.push(message.text());
    });
    await page.goto(host.url);
    await use(page);
    expect(wrong).toEqual([]);
  },
});

/** What axe finds against the page as it is: rule and place of each violation. */
export async function violationsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

export { expect };
