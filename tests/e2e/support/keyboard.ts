import { expect, type Locator, type Page } from '@playwright/test';

/** More than twice the stops of the busiest screen: further than any place is from any other. */
const MOST_STOPS = 200;

/**
 * Goes by Tab to where something can be done, as one who has no mouse does. On the way the focus is always seen, and
 * no stop keeps it.
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    if (await isAtFocus(target)) return await expectFocusSeen(page);
    if (!(await isOutside(page))) await expectFocusSeen(page);
  }
  throw new Error(`Tab does not lead to ${target}`);
}

/**
 * Goes by Tab from the beginning of the window to its end, where the browser takes the focus.
 * @returns what can be operated and was not come by
 */
export async function tabThrough(page: Page): Promise<string[]> {
  await tabOut(page);
  await page.evaluate(() => {
    const reached = new Set<EventTarget | null>();
    addEventListener('focusin', ({ target }) => reached.add(target));
    Object.assign(globalThis, { reached });
  });
  await tabOut(page);
  return await page.evaluate(unreached);
}

async function tabOut(page: Page): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    if (await isOutside(page)) return;
    await expectFocusSeen(page);
  }
  throw new Error('Tab does not lead out of the window');
}

/** The focus is somewhere, and can be seen there. */
export async function expectFocusSeen(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(focusProblem), { message: 'the focus is seen' }).toBeNull();
}

const isAtFocus = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** Past the last stop the browser has the focus, before it comes in again at the first. */
const isOutside = (page: Page) => page.evaluate(() => document.activeElement === document.body);

function unreached(): string[] {
  const { reached } = globalThis as unknown as { reached: Set<EventTarget | null> };
  // Of radio buttons, Tab comes by the one that is chosen.
  const inputs = 'input:not([type="radio"]:not(:checked))';
  const operable = document.querySelectorAll<HTMLElement>(`a[href], button, ${inputs}, select, textarea, [tabindex]`);
  return [...operable]
    .filter((one) => one.tabIndex >= 0 && one.ariaHidden !== 'true' && !one.matches(':disabled') && !reached.has(one))
    .filter((one) => [one, ...one.children].some((part) => part.checkVisibility({ visibilityProperty: true })))
    .map((one) => `${one.tagName.toLowerCase()} "${one.ariaLabel ?? one.textContent}"`);
}

/** Why nobody sees where the focus is; null where it is seen. */
function focusProblem(): string | null {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return 'nothing has the focus';
  // The outline may lie around the field that a control is a part of, or around what is chosen in it.
  const around = [focused, focused.parentElement, focused.parentElement?.parentElement];
  const inside = [...focused.querySelectorAll('[aria-selected="true"]')];
  const isOutlined = [...around, ...inside].some(
    (element) => element != null && getComputedStyle(element).outlineStyle === 'solid',
  );
  // Entries of menus are marked by their ground.
  const isDrawn = isOutlined || focused.hasAttribute('data-highlighted');
  const box = focused.getBoundingClientRect();
  const isInView = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  if (isDrawn && isInView) return null;
  const name = focused.getAttribute('aria-label') ?? focused.textContent?.slice(0, 40);
  return `${focused.tagName.toLowerCase()} "${name}" ${isDrawn ? 'is out of view' : 'has no outline'}`;
}
