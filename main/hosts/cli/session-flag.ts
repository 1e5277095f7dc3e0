import { isSessionName, SESSIONS, type Session, sessionSchema, WEEKDAYS } from '#shared/domain/session.ts';
import { SessionCalendar } from '#worker/timeframes/session-calendar.ts';
import { badValue } from './flag-values.ts';

/** What `--session` takes beside names, for the help of commands that have it. */
export const SESSION_NOTES =
  '--session also takes zone, hours and days, such as Europe/London,08:00-16:30,mon-fri; hours that end before they\n' +
  'begin open on the evening before.';

const FORMS = `${Object.keys(SESSIONS).join(', ')}, or zone, hours and days such as Europe/London,08:00-16:30,mon-fri`;

/**
 * `us-equities`, or `Europe/London,08:00-16:30,mon-fri`; every day of the week where no days are given.
 * @throws HindcastError `usage.flag-value`, `usage.unknown-timezone`
 */
export function sessionFlag(text: string): Session {
  if (isSessionName(text)) return SESSIONS[text];
  const [timezone, hours = '', days = 'mon-sun', ...rest] = text.split(',').map((part) => part.trim());
  const [open, close] = hours.split('-');
  const read = sessionSchema.safeParse({ timezone, open, close, days: daysOf(days) });
  if (!read.success || rest.length > 0) throw badValue('session', text, FORMS);
  // Only what knows the time zones can tell whether there is such a zone.
  new SessionCalendar(read.data);
  return read.data;
}

const DAY_NAMES: readonly string[] = WEEKDAYS;

/** `mon-fri`, `sun-thu` or one day. */
function daysOf(text: string): string[] {
  const [first = '', last = first] = text.toLowerCase().split('-');
  const [from, to] = [first, last].map((day) => DAY_NAMES.indexOf(day));
  if (from === undefined || to === undefined || from < 0 || to < 0) return [];
  const length = ((to - from + WEEKDAYS.length) % WEEKDAYS.length) + 1;
  return Array.from({ length }, (_, i) => DAY_NAMES[(from + i) % WEEKDAYS.length] as string);
}
