import { z } from 'zod';

/** Monday first: weeks start with it. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day reads 09:30');

const sessionHoursSchema = z.strictObject({
  /** IANA name of the zone whose clock the times mean: America/New_York. */
  timezone: z.string().regex(/^[A-Za-z]\w*(?:[/+-]\w+)*$/, 'a time zone reads America/New_York'),
  open: timeOfDay,
  /** Not after `open`: the session opens on the evening before. Midnight is 24:00; 00:00 means the same. */
  close: z.union([timeOfDay, z.literal('24:00')]),
  /** The trading days, each named by the day on which its session closes; kept in the order of the week. */
  days: z
    .array(z.enum(WEEKDAYS))
    .min(1, 'a session has at least one day')
    .readonly()
    .transform((days): readonly Weekday[] => WEEKDAYS.filter((day) => days.includes(day))),
});

/** When a market trades: the hours of a trading day, on the clock of its own place, and the days of the week. */
export type Session = Readonly<z.output<typeof sessionHoursSchema>>;

const WORKING_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;

/** Sessions that have a name. */
export const SESSIONS = {
  '24x7': { timezone: 'UTC', open: '00:00', close: '24:00', days: WEEKDAYS },
  'us-equities': { timezone: 'America/New_York', open: '09:30', close: '16:00', days: WORKING_DAYS },
  forex: { timezone: 'America/New_York', open: '17:00', close: '17:00', days: WORKING_DAYS },
  'cme-globex': { timezone: 'America/Chicago', open: '17:00', close: '16:00', days: WORKING_DAYS },
} as const satisfies Record<string, Session>;
export type SessionName = keyof typeof SESSIONS;

export function isSessionName(text: string): text is SessionName {
  return Object.hasOwn(SESSIONS, text);
}

/** A session by name or by its hours. What comes out are always the hours, so that a run keeps what it was made with. */
export const sessionSchema = z.union([
  z.enum(Object.keys(SESSIONS) as SessionName[]).transform((name): Session => SESSIONS[name]),
  sessionHoursSchema,
]);

/** What someone says about a session. */
export type SessionTerms = z.input<typeof sessionSchema>;
