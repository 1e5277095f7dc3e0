import { afterAll, beforeAll, expect, it } from 'vitest';
import { runTermsSchema } from '#shared/contract/run.ts';
import { dailyBars } from '../../../tests/support/bars.ts';
import { store, type TempApp, tempApp } from '../../../tests/support/temp-app.ts';
import { pinned, requestOf } from './run-work.ts';

let app: TempApp;
beforeAll(() => {
  app = tempApp();
  for (const symbol of ['SPY', 'EURUSD']) store(app, symbol, dailyBars([[1, 2, 1, 2]]));
});
afterAll(() => app.remove());

const asked = (more: object) =>
  runTermsSchema.parse({ strategy: { kind: 'library', id: 'sma-cross' }, series: ['spy'], ...more });
const pin = (more: object) => {
  const input = asked(more);
  return pinned(input, requestOf(input, app.market, app.resolveStrategy));
};

it('a run is kept with its strategy and the whole names of its series', () => {
  const { file, source } = app.templates.get('sma-cross');
  expect(pin({ cash: 5 })).toEqual({
    ...asked({ cash: 5 }),
    strategy: { kind: 'source', file, source },
    series: ['SPY:1d:import'],
  });
  const named = { fx: ['eurusd'], finer: ['spy'], spreads: { SPY: 'spy' }, funding: { SPY: 'eurusd' } };
  expect(pin(named)).toMatchObject({
    fx: ['EURUSD:1d:import'],
    finer: ['SPY:1d:import'],
    spreads: { SPY: 'SPY:1d:import' },
    funding: { SPY: 'EURUSD:1d:import' },
  });
});

it('what is kept is read again, however long the strategy is', () => {
  const kept = pin({});
  expect(app.works.run.input.parse(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  const long = { ...kept, strategy: { kind: 'source', file: 'x'.repeat(300), source: 'x'.repeat(300_000) } };
  expect(app.works.run.input.safeParse(long).success).toBe(true);
  expect(runTermsSchema.safeParse(long).success).toBe(false);
});
