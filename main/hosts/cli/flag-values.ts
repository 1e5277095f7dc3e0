import { HindcastError } from '#shared/domain/errors.ts';
import { type ParamValue, SEMANTICS, type SemanticsId } from '#shared/domain/manifest.ts';
import { isTimeframe, TIMEFRAMES, type Timeframe } from '#shared/domain/timeframe.ts';
import type { Ms } from '#shared/domain/units.ts';

const DAY: Ms = 86_400_000;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A number within bounds. */
export function numberFlag(flag: string, text: string, min: number, what: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < min) throw badValue(flag, text, what);
  return value;
}

export function wholeFlag(flag: string, text: string, min: number, what: string): number {
  const value = numberFlag(flag, text, min, what);
  if (!Number.isSafeInteger(value)) throw badValue(flag, text, what);
  return value;
}

/** The first moment of `2010`, `2010-05`, `2010-05-31` or `2010-05-31T14:30Z`; UTC. */
export function fromFlag(flag: string, text: string): Ms {
  return dateRange(flag, text).first;
}

/** The last moment of a year, month or day, so that `--to 2010-12-31` includes that day. */
export function toFlag(flag: string, text: string): Ms {
  return dateRange(flag, text).last;
}

function dateRange(flag: string, text: string): { first: Ms; last: Ms } {
  const what = 'a date such as 2010-05-31, 2010-05 or 2010-05-31T14:30Z';
  if (/^\d{4}$/.test(text)) return { first: Date.UTC(Number(text), 0), last: Date.UTC(Number(text) + 1, 0) - 1 };
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) {
    const [year = 0, month = 0] = text.split('-').map(Number);
    return { first: Date.UTC(year, month - 1), last: Date.UTC(year, month) - 1 };
  }
  const time = Date.parse(DATE.test(text) ? `${text}T00:00:00Z` : text);
  // Date.parse turns February 31 into March: only what reads back the same is a date.
  if (Number.isNaN(time) || (DATE.test(text) && !new Date(time).toISOString().startsWith(text))) {
    throw badValue(flag, text, what);
  }
  if (!DATE.test(text) && !/(Z|[+-]\d{2}:?\d{2})$/.test(text)) throw badValue(flag, text, `${what} (with its zone)`);
  return { first: time, last: DATE.test(text) ? time + DAY - 1 : time };
}

/** `fast=20`, any number of times. */
export function paramFlags(texts: readonly string[]): Record<string, ParamValue> {
  return Object.fromEntries(
    texts.map((text) => {
      const split = text.indexOf('=');
      if (split < 1) throw badValue('param', text, 'a name and a value such as fast=20');
      return [text.slice(0, split).trim(), text.slice(split + 1).trim()];
    }),
  );
}

export function timeframeFlag(text: string): Timeframe {
  if (!isTimeframe(text)) throw badValue('timeframe', text, `one of ${Object.keys(TIMEFRAMES).join(', ')}`);
  return text;
}

export function semanticsFlag(text: string): SemanticsId {
  const known = SEMANTICS.find((id) => id === text);
  if (known === undefined) throw badValue('semantics', text, SEMANTICS.join(', '));
  return known;
}

export function badValue(flag: string, text: string, what: string): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.flag-value',
    message: `--${flag} ${text}: not understood.`,
    hint: `--${flag} takes ${what}.`,
  });
}
