import type { Instrument } from '#shared/domain/instrument.ts';
import { SESSIONS, type Session, type SessionName, WEEKDAYS, type Weekday } from '#shared/domain/session.ts';

export const SESSION_NAMES: Record<SessionName, string> = {
  '24x7': 'Round the clock',
  'us-equities': 'US shares',
  forex: 'Currencies',
  'cme-globex': 'CME Globex',
};

const DAY_NAMES: Record<Weekday, string> = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
};

/** A step of prices or sizes: `any` for 0. */
export function stepWords(step: number): string {
  return step === 0 ? 'any' : String(step);
}

/** The hours of a market: `US shares, Mon–Fri 09:30–16:00 New York`. */
export function sessionWords(session: Session | undefined): string {
  if (session === undefined) return SESSION_NAMES['24x7'];
  const { timezone, open, close, days } = session;
  const place = timezone.split('/').at(-1)?.replaceAll('_', ' ') ?? timezone;
  const hours = `${dayWords(days)} ${open}–${close} ${place}`;
  const known = Object.entries(SESSIONS).find(([, one]) => isSame(one, session))?.[0] as SessionName | undefined;
  if (known === undefined) return hours;
  return known === '24x7' ? SESSION_NAMES[known] : `${SESSION_NAMES[known]}, ${hours}`;
}

/** What an order in it has to keep to, as facts for the screen. */
export function instrumentFacts({ quoteCurrency, tickSize, lotStep, multiplier, session, delisted }: Instrument) {
  return [
    { key: 'Currency', value: quoteCurrency },
    { key: 'Price step', value: stepWords(tickSize) },
    { key: 'Size step', value: stepWords(lotStep) },
    { key: 'Multiplier', value: String(multiplier) },
    { key: 'Hours', value: sessionWords(session) },
    ...(delisted === true ? [{ key: 'Trading', value: 'ended with the last bar' }] : []),
  ];
}

/** `Mon–Fri`, or one by one where they don't follow each other. */
function dayWords(days: readonly Weekday[]): string {
  const places = days.map((day) => WEEKDAYS.indexOf(day));
  const [first = 0, last = 0] = [places[0], places.at(-1)];
  const isUnbroken = last - first === places.length - 1;
  const named = (place: number) => DAY_NAMES[WEEKDAYS[place] ?? 'mon'];
  return isUnbroken && places.length > 2 ? `${named(first)}–${named(last)}` : places.map(named).join(', ');
}

function isSame(a: Session, b: Session): boolean {
  return a.timezone === b.timezone && a.open === b.open && a.close === b.close && a.days.join() === b.days.join();
}
