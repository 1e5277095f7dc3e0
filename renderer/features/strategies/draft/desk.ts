import type { StrategyDetail } from '#shared/contract/strategy.ts';
import { OpenStrategy } from './open-strategy.ts';

const opened = new Map<string, OpenStrategy>();
const listeners = new Set<() => void>();

/** The strategies whose texts are open. They outlive the screen: coming back finds them as they were left. */
export const desk = {
  find: (id: string): OpenStrategy | null => opened.get(id) ?? null,

  /** The host tells of a strategy that is shown: it is opened, or follows. */
  arrived(detail: StrategyDetail): void {
    const known = opened.get(detail.id);
    if (known !== undefined) {
      known.draft.arrived(detail);
      return;
    }
    opened.set(detail.id, new OpenStrategy(detail));
    for (const listener of listeners) listener();
  },

  async close(id: string): Promise<void> {
    const known = opened.get(id);
    opened.delete(id);
    for (const listener of listeners) listener();
    await known?.close();
  },

  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
