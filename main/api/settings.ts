import type { App } from '../app.ts';
import type { AreaRouter, Implementer } from './implementer.ts';

export function settingsApi(
  { settings: api }: Implementer,
  { settings, storage, changes }: App,
): AreaRouter<'settings'> {
  return {
    get: api.get.handler(() => settings.get()),
    set: api.set.handler(async ({ input }) => {
      const changed = await storage.settings.set(input);
      changes.publish('settings', { area: 'settings' });
      return changed;
    }),
  };
}
