import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { METRIC_CATALOG, METRIC_GROUPS } from '#shared/domain/metric-catalog.ts';
import { METRICS } from './metrics.ts';

it('every metric is in the catalogue, in its order, and nothing else is', () => {
  expect(METRICS.map(({ id }) => id)).toEqual(Object.keys(METRIC_CATALOG));
});

it('every entry has a label of its own, a description, and stands with its group', () => {
  const entries = Object.values(METRIC_CATALOG);
  expect(new Set(entries.map(({ label }) => label)).size).toBe(entries.length);
  for (const { description } of entries) expect(description).toMatch(/^\S.*\.$/);
  const groups = entries.map(({ group }) => METRIC_GROUPS.indexOf(group));
  expect(groups).toEqual(groups.toSorted((a, b) => a - b));
  expect(new Set(groups).size).toBe(METRIC_GROUPS.length);
});

it('docs/metrics.md explains all of them, in their order', () => {
  const text = readFileSync(new URL('../../docs/metrics.md', import.meta.url), 'utf8');
  const rows = Array.from(text.matchAll(/^\| `(\w+)`/gm), ([, id]) => id);
  expect(rows).toEqual(Object.keys(METRIC_CATALOG));
});
