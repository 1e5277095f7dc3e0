import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pathOf, type Route, routeAt } from './routes.ts';

const ROUTES: Route[] = [
  { place: 'home' },
  { place: 'data', series: null },
  { place: 'data', series: 'SP500:1d:import' },
  { place: 'data', series: 'BRK/B 100%:1h:import' },
  { place: 'strategies', strategy: null },
  { place: 'strategies', strategy: '0123456789' },
  { place: 'strategies', strategy: 'shared' },
  { place: 'runs', run: null },
  { place: 'runs', run: '0af3' },
  { place: 'runs', run: 'last' },
  { place: 'sweeps', sweep: null },
  { place: 'sweeps', sweep: '0af3' },
  { place: 'compare', run: '0af3', other: 'last' },
  { place: 'jobs' },
  { place: 'settings' },
];

describe('routes', () => {
  test.each(ROUTES)('%o lead to where they came from', (route) => {
    expect(routeAt(pathOf(route))).toEqual(route);
  });

  test.each([
    '/nowhere',
    '/run',
    '/run/..%2Fsettings',
    '/run/xyz',
    '/run/12/34',
    '/compare/12',
    '/data/a/b',
    '/strategy/<script>',
    '/strategy/sma-cross/1',
    '/%',
    '/settings/x',
    '/jobs/1',
    '/home',
  ])('%s lead nowhere', (path) => {
    expect(routeAt(path)).toBeNull();
  });

  test('never fail, whatever an address says', () => {
    fc.assert(
      fc.property(fc.webPath(), fc.string(), (path, text) => {
        for (const one of [path, text, `/run/${text}`, `/data/${text}`]) {
          const route = routeAt(one);
          if (route !== null) expect(routeAt(pathOf(route))).toEqual(route);
        }
      }),
    );
  });
});
