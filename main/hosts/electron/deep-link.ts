import type { z } from 'zod';
import { runIdSchema, seriesIdSchema } from '#shared/contract/base.ts';

/** Links that open the app: `hindcast://run/0af3`. */
export const LINK_SCHEME = 'hindcast';
const LONGEST_LINK = 400;

/** What may follow each place, in the order of the window's own paths. */
const PLACES: Readonly<Record<string, readonly z.ZodType<string>[]>> = {
  data: [seriesIdSchema],
  run: [runIdSchema],
  compare: [runIdSchema, runIdSchema],
};
/** Places that stand alone. */
const BARE_PLACES: readonly string[] = ['data', 'runs', 'jobs', 'settings'];

/**
 * The path of the window that a link leads to, such as `/run/0af3`; null for anything else. Links come from anywhere,
 * so they say where to look and nothing more: no query, no action, no text.
 */
export function deepLinkPath(link: string): string | null {
  if (link.length > LONGEST_LINK) return null;
  const [, place = '', rest = ''] = /^hindcast:\/\/([a-z]+)((?:\/[^/?#\\\s]+)*)\/?$/.exec(link) ?? [];
  const names = decoded(rest.split('/').slice(1));
  if (names === null) return null;
  if (names.length === 0) return BARE_PLACES.includes(place) ? `/${place}` : null;
  const schemas = Object.hasOwn(PLACES, place) ? (PLACES[place] ?? []) : [];
  const isKnown = names.length === schemas.length && schemas.every((schema, i) => schema.safeParse(names[i]).success);
  return isKnown ? `/${place}/${names.map(encodeURIComponent).join('/')}` : null;
}

/** The link among the arguments that the system started the app with. */
export function linkAmong(args: readonly string[]): string | undefined {
  return args.find((arg) => arg.startsWith(`${LINK_SCHEME}:`));
}

function decoded(names: readonly string[]): string[] | null {
  try {
    return names.map((name) => decodeURIComponent(name));
  } catch {
    return null;
  }
}
