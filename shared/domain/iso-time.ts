import type { Ms } from './units.ts';

/** `2010-05-31`, with the time of day where it isn't midnight UTC: `2010-05-31T14:30:00Z`. */
export function isoTime(time: Ms): string {
  return new Date(time).toISOString().replace('T00:00:00.000Z', '').replace('.000Z', 'Z');
}
