/** Where the window comes from: a scheme of its own, never `file:`. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'hindcast';
export const APP_PAGE = `${APP_SCHEME}://${APP_HOST}/index.html`;

/** What Electron tells of the frame that a message came from. */
export interface Frame {
  url: string;
  parent: unknown;
}

/** Whether an address is the app's. `page`: where the window comes from, another place only under development. */
export function isOwnAddress(address: string, page: string = APP_PAGE): boolean {
  if (!URL.canParse(address)) return false;
  // Schemes that the URL standard doesn't know have the origin 'null', all of them.
  const [one, own] = [new URL(address), new URL(page)];
  return one.protocol === own.protocol && one.host === own.host;
}

/** Whether a message may be heard: from the app's own page, and not from a frame inside it. */
export function isTrustedFrame(frame: Frame | null | undefined, page: string = APP_PAGE): boolean {
  return frame?.parent === null && isOwnAddress(frame.url, page);
}
