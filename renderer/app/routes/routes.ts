import type { z } from 'zod';
import { runIdSchema, seriesIdSchema } from '#shared/contract/base.ts';
import { strategyIdSchema } from '#shared/contract/strategy.ts';
import { sweepIdSchema } from '#shared/contract/sweeps.ts';

/** Every place of the window. */
export type Route =
  | { place: 'home' }
  | { place: 'data'; series: string | null }
  | { place: 'strategies'; strategy: string | null }
  | { place: 'runs'; run: string | null }
  | { place: 'sweeps'; sweep: string | null }
  | { place: 'compare'; run: string; other: string }
  | { place: 'jobs' }
  | { place: 'settings' };

/** Where a place is found, behind the `#` of the address. */
export function pathOf(route: Route): string {
  switch (route.place) {
    case 'home':
      return '/';
    case 'data':
      return route.series === null ? '/data' : `/data/${encodeURIComponent(route.series)}`;
    case 'strategies':
      return route.strategy === null ? '/strategies' : `/strategy/${encodeURIComponent(route.strategy)}`;
    case 'runs':
      return route.run === null ? '/runs' : `/run/${encodeURIComponent(route.run)}`;
    case 'sweeps':
      return route.sweep === null ? '/sweeps' : `/sweep/${encodeURIComponent(route.sweep)}`;
    case 'compare':
      return `/compare/${encodeURIComponent(route.run)}/${encodeURIComponent(route.other)}`;
    case 'jobs':
    case 'settings':
      return `/${route.place}`;
  }
}

/** The place that a path leads to; null where there is none, or where a name in it can't be one. */
export function routeAt(path: string): Route | null {
  const parts = decoded(path);
  if (parts === null) return null;
  const [head = '', first = null, second = null] = parts;
  const isShort = parts.length === 1;
  if (head === '' && isShort) return { place: 'home' };
  if (head === 'data' && isShort) return { place: 'data', series: null };
  if (head === 'data' && parts.length === 2 && holds(seriesIdSchema, first)) return { place: 'data', series: first };
  if (head === 'strategies' && isShort) return { place: 'strategies', strategy: null };
  if (head === 'strategy' && parts.length === 2 && holds(strategyIdSchema, first)) {
    return { place: 'strategies', strategy: first };
  }
  if (head === 'runs' && isShort) return { place: 'runs', run: null };
  if (head === 'run' && parts.length === 2 && holds(runIdSchema, first)) return { place: 'runs', run: first };
  if (head === 'sweeps' && isShort) return { place: 'sweeps', sweep: null };
  if (head === 'sweep' && parts.length === 2 && holds(sweepIdSchema, first)) return { place: 'sweeps', sweep: first };
  if (head === 'compare' && parts.length === 3 && holds(runIdSchema, first) && holds(runIdSchema, second)) {
    return { place: 'compare', run: first, other: second };
  }
  if (head === 'jobs' && isShort) return { place: 'jobs' };
  if (head === 'settings' && isShort) return { place: 'settings' };
  return null;
}

function decoded(path: string): string[] | null {
  try {
    return path.replace(/^\//, '').split('/').map(decodeURIComponent);
  } catch {
    return null;
  }
}

function holds(schema: z.ZodType<string>, value: string | null): value is string {
  return schema.safeParse(value).success;
}
