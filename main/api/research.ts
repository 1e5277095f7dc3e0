import type { App } from '../app.ts';
import { ledgerName } from '../sweeps/trial-ledger.ts';
import type { AreaRouter, Implementer } from './implementer.ts';

export function researchApi({ research: api }: Implementer, app: App): AreaRouter<'research'> {
  const { trials, runs, resolveStrategy } = app;
  return {
    trials: api.trials.handler(({ input: { strategy } }) => {
      if (strategy.kind === 'run') return trials.of(trials.nameOf(runs.find(strategy.run).id));
      if ('strategy' in strategy && strategy.strategy !== undefined)
        return trials.of(ledgerName('', strategy.strategy));
      return trials.of(ledgerName(resolveStrategy(strategy).file));
    }),
  };
}
