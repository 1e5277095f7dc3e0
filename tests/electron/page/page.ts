import { followLinks, showNativeMenu } from '#renderer/app/api/follow-desktop.ts';
import { desktopBridge, portApi } from '#renderer/app/api/port-api.ts';
import { CommandRegistry } from '#renderer/app/commands/registry.ts';

// The window's side of the bridge without the screens: what the tests call stands on the window.
const bridge = desktopBridge();
if (bridge === undefined) throw new Error('there is no bridge');
const api = portApi(bridge);
const registry = new CommandRegistry();
const seen: string[] = [];
const violations: string[] = [];
addEventListener('securitypolicyviolation', (event) =>
  violations.push(`${event.violatedDirective} ${event.blockedURI}`),
);

const parts = {
  api,
  seen,
  violations,
  registry,
  showMenu: () => showNativeMenu(api.desktop, registry, {}),
  followLinks: () => followLinks(api.desktop, (path) => seen.push(path)),
};
Object.assign(globalThis, { underTest: parts });

declare global {
  /** In the page under test. */
  var underTest: typeof parts;
}
