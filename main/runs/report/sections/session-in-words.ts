import type { Session } from '#shared/domain/session.ts';

/** Trading hours: `09:30 to 16:00, mon to fri, America/New_York`. */
export function sessionInWords({ timezone, open, close, days }: Session): string {
  const [first, last] = [days[0], days.at(-1)];
  const span = days.length > 2 ? `${first} to ${last}` : days.join(', ');
  return `${open} to ${close}, ${span}, ${timezone}`;
}
