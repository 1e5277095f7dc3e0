import type { Page } from '@playwright/test';

/** Goes to a place of the window as its links do: by what stands behind the `#` of the address. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, path);
}

/**
 * Waits until the window shows what it has to show: its screen, its fonts, its charts, and nothing that is on its way.
 * @throws Error that says what doesn't come
 */
export async function settled(page: Page): Promise<void> {
  const awaited = await page.evaluate(stillness);
  if (awaited !== null) throw new Error(`The window goes on waiting for ${awaited}.`);
}

/** Resolves once two frames have passed in which nothing was awaited: null, or what is still awaited after very many. */
async function stillness(): Promise<string | null> {
  const mostFrames = 1_800;
  const signs = '[aria-busy="true"], [role="status"][aria-label^="Loading"], [aria-label="Chart without data yet."]';
  const awaited = (): string | null => {
    // The screen before stays hidden in the document until the next one is loaded.
    const isShown = [...document.querySelectorAll('main :is(h1, [role="alert"])')].some((title) =>
      title.checkVisibility(),
    );
    return isShown ? (document.querySelector(signs)?.outerHTML.slice(0, 200) ?? null) : 'a screen';
  };
  await document.fonts.ready;
  for (let frame = 0, still = 0; frame < mostFrames && still < 2; frame += 1) {
    await new Promise(requestAnimationFrame);
    still = awaited() === null ? still + 1 : 0;
  }
  return awaited();
}
