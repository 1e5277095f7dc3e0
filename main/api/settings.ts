import type { App } from '../app.ts';
import type { AreaRouter, Implementer } from './implementer.ts';

export function settingsApi({ settings: api }: Implementer, { settings, changes }: App): AreaRouter<'settings'> {
  return {
    get: api.get.handler(() => settings.get()),
    set: api.set.handler(({ input }) => {
      const changed = settings.set(input);
      changes.publish('settings', { area: 'settings' });
      return changed;
    }),
  };
}
