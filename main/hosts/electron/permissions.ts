import type { Session } from 'electron';
import { isOwnAddress } from './origin.ts';

/** What the window may have of the system. Whatever isn't here is denied, without a question. */
const GRANTED: readonly string[] = ['clipboard-sanitized-write', 'fullscreen'];

export function mayHave(permission: string, address: string, page: string): boolean {
  return GRANTED.includes(permission) && isOwnAddress(address, page);
}

/** Denies cameras, places, devices and everything else that Chromium would offer. */
export function guardPermissions(session: Session, page: string): void {
  session.setPermissionRequestHandler((_, permission, answer, { requestingUrl }) =>
    answer(mayHave(permission, requestingUrl, page)),
  );
  session.setPermissionCheckHandler((_, permission, origin) => mayHave(permission, origin, page));
  session.setDevicePermissionHandler(() => false);
}
