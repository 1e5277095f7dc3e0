import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/** A part of the window did not arrive: the host was away when it was asked for. */
export class ScreenNotLoaded extends Error {
  override readonly name = 'ScreenNotLoaded';

  constructor(cause: unknown) {
    super('a part of the window was not loaded', { cause });
  }
}

/** A screen that is loaded when it is first shown. What goes wrong on the way is a `ScreenNotLoaded`. */
export function screen(load: () => Promise<ComponentType>): LazyExoticComponent<ComponentType> {
  return lazy(async () => {
    try {
      return { default: await load() };
    } catch (cause) {
      throw new ScreenNotLoaded(cause);
    }
  });
}

/**
 * Loads the window anew, as soon as its host answers: browsers remember a part that failed, and don't ask for it a
 * second time.
 * @returns false while the host does not answer
 */
export async function reloadWindow(): Promise<boolean> {
  const isThere = await fetch(globalThis.location.pathname, { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (isThere) globalThis.location.reload();
  return isThere;
}
