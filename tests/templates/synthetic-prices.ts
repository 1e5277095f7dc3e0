import { mulberry32 } from '#worker/engine/random.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** One bar as a line of CSV has it, without symbol and time. */
interface Prices {
  open: number;
  high: number;
  low: number;
  close: number;
  volume: number;
}

/**
 * Invented prices of four symbols, a line of CSV for each weekday from 2019 to 2022. SYN-EAST wanders; SYN-WEST follows
 * it at about four fifths of its price and always comes back there; SYN-BOND is calm; SYN-GOLD goes its own way. Only
 * + − × ÷ and floor are used, so every machine makes the same text.
 */
export function syntheticFunds(): string {
  const random = mulberry32(2019);
  const lines = ['symbol,date,open,high,low,close,volume'];
  const closes = { 'SYN-EAST': 50, 'SYN-WEST': 40, 'SYN-BOND': 100, 'SYN-GOLD': 80 };
  let ratio = 0.8;
  let unrest = 1;
  for (const day of weekdays(Date.UTC(2019, 0, 1), Date.UTC(2022, 11, 30))) {
    // Quiet and restless times alternate, as they do in markets.
    unrest += 0.03 * (1 - unrest) + 0.06 * normal(random);
    unrest = Math.min(2.5, Math.max(0.4, unrest));
    ratio += 0.06 * (0.8 - ratio) + 0.009 * normal(random);
    const east = closes['SYN-EAST'] * (1 + 0.0004 + 0.012 * unrest * normal(random));
    const next = {
      'SYN-EAST': east,
      'SYN-WEST': east * ratio,
      'SYN-BOND': closes['SYN-BOND'] * (1 + 0.0001 + 0.003 * normal(random)),
      'SYN-GOLD': closes['SYN-GOLD'] * (1 + 0.0002 + 0.009 * normal(random)),
    };
    for (const symbol of Object.keys(next) as (keyof typeof next)[]) {
      const bar = between(closes[symbol], next[symbol], 0.004, random);
      lines.push(`${symbol},${dateOf(day)},${cells(bar)}`);
      closes[symbol] = bar.close;
    }
  }
  return `${lines.join('\n')}\n`;
}

/**
 * Invented 15-minute bars of SYN-INDEX in the hours of New York's exchanges, times in UTC, on the weekdays of the first
 * half of 2023. On some days the price leans one way from the opening on, on most it doesn't.
 */
export function syntheticQuarterHours(): string {
  const random = mulberry32(1530);
  const lines = ['symbol,time,open,high,low,close,volume'];
  let close = 400;
  for (const day of weekdays(Date.UTC(2023, 0, 2), Date.UTC(2023, 5, 30))) {
    // Summer time began on March 12.
    const opening = day + (day < Date.UTC(2023, 2, 12) ? 14.5 : 13.5) * 60 * MINUTE;
    const lean = random() < 0.35 ? 0.0006 * normal(random) : 0;
    close *= 1 + 0.003 * normal(random);
    for (let quarter = 0; quarter < 26; quarter++) {
      const pace = quarter < 2 || quarter > 23 ? 1.6 : 1;
      const bar = between(close, close * (1 + lean + 0.0011 * pace * normal(random)), 0.0006 * pace, random);
      const time = new Date(opening + quarter * 15 * MINUTE).toISOString().slice(0, 16);
      lines.push(`SYN-INDEX,${time}Z,${cells(bar)}`);
      close = bar.close;
    }
  }
  return `${lines.join('\n')}\n`;
}

/** A bar that opens near the close before, ends at a price, and goes a little beyond both. */
function between(before: number, close: number, reach: number, random: () => number): Prices {
  const open = before * (1 + reach * 0.4 * normal(random));
  const high = Math.max(open, close) * (1 + reach * 2 * random());
  const low = Math.min(open, close) * (1 - reach * 2 * random());
  return { open, high, low, close, volume: Math.floor(10_000 + 90_000 * random()) };
}

function cells({ open, high, low, close, volume }: Prices): string {
  return [...[open, high, low, close].map((price) => price.toFixed(2)), volume].join();
}

function* weekdays(first: number, last: number): Generator<number> {
  for (let day = first; day <= last; day += DAY) if (![0, 6].includes(new Date(day).getUTCDay())) yield day;
}

function dateOf(day: number): string {
  return new Date(day).toISOString().slice(0, 10);
}

/** The sum of twelve uniform numbers less six: nearly normal, mean 0, variance 1. */
function normal(random: () => number): number {
  let sum = 0;
  for (let draw = 0; draw < 12; draw++) sum += random();
  return sum - 6;
}
