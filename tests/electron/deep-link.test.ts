import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deepLinkPath, linkAmong } from '#main/hosts/electron/deep-link.ts';
import { pathOf, type Route, routeAt } from '#renderer/app/routes/routes.ts';

describe('a link', () => {
  test.each([
    ['hindcast://run/0af3', '/run/0af3'],
    ['hindcast://run/last/', '/run/last'],
    ['hindcast://compare/0af3/last', '/compare/0af3/last'],
    ['hindcast://data/SP500%3A1d%3Aimport', '/data/SP500%3A1d%3Aimport'],
    ['hindcast://data/BRK%2FB', '/data/BRK%2FB'],
    ['hindcast://data', '/data'],
    ['hindcast://runs', '/runs'],
    ['hindcast://jobs/', '/jobs'],
    ['hindcast://settings', '/settings'],
  ])('%s leads to %s', (link, path) => {
    expect(deepLinkPath(link)).toBe(path);
    expect(routeAt(path)).not.toBeNull();
  });

  test.each([
    '',
    'hindcast:',
    'hindcast://',
    'hindcast:run/12',
    'hindcast:///run/12',
    'hindcast://run',
    'hindcast://run/xyz',
    'hindcast://run/12/34',
    'hindcast://run/12//',
    'hindcast://run/12?delete=1',
    'hindcast://run/12#x',
    'hindcast://run/%',
    'hindcast://run/..%2fsettings',
    'hindcast://compare/12',
    'hindcast://runs/12',
    'hindcast://constructor',
    'hindcast://RUN/12',
    'hindcast://user@run/12',
    'hindcast://run:80/12',
    'HINDCAST://run/12',
    ' hindcast://run/12',
    'hindcast://run/12\n',
    'https://run/12',
    `hindcast://data/${'a'.repeat(400)}`,
  ])('%j leads nowhere', (link) => {
    expect(deepLinkPath(link)).toBeNull();
  });

  test('leads to a place of the window or nowhere, whatever it says', () => {
    const part = fc.constantFrom(
      'run',
      'data',
      'compare',
      'jobs',
      '/',
      '..',
      '%2e',
      '%',
      '?',
      '#',
      '\\',
      '0af',
      'last',
      '@',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(part).map((parts) => parts.join('')),
        ),
        (rest) => {
          const path = deepLinkPath(`hindcast://${rest}`);
          if (path !== null) expect(routeAt(path)).not.toBeNull();
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('leads to every place that the window can name, but home', () => {
    const run = fc.constantFrom('0', '0af3', 'last', 'f'.repeat(40));
    const route: fc.Arbitrary<Route> = fc.oneof(
      fc.record({ place: fc.constant('data' as const), series: fc.string({ minLength: 1, maxLength: 40 }) }),
      fc.record({ place: fc.constant('runs' as const), run }),
      fc.record({ place: fc.constant('compare' as const), run, other: run }),
    );
    fc.assert(
      fc.property(route, (to) => {
        const path = pathOf(to);
        if (routeAt(path) !== null) expect(routeAt(deepLinkPath(`hindcast:/${path}`) ?? '')).toEqual(to);
      }),
    );
  });
});

test('is found among the arguments of a start', () => {
  expect(linkAmong(['/usr/bin/hindcast', '--flag', 'hindcast://jobs', 'hindcast://runs'])).toBe('hindcast://jobs');
  expect(linkAmong(['/usr/bin/hindcast', '/home/x/hindcast'])).toBeUndefined();
});
