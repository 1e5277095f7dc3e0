import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';

const ROOT = new URL('../../../shared/golden/', import.meta.url);
const PREFIX = 'SP500-';
const TOLERANCE = 1e-9;

/** Names of the golden runs in a folder; none where the files aren't there. */
export function goldenRuns(folder: string): string[] {
  const path = new URL(`${folder}/`, ROOT);
  if (!existsSync(path)) return [];
  const files = readdirSync(path).filter((file) => file.startsWith(PREFIX) && file.endsWith('.json'));
  return files.map((file) => file.slice(PREFIX.length, -'.json'.length));
}

export function readGolden<T>(folder: string, run: string): T {
  return JSON.parse(readFileSync(new URL(`${folder}/${PREFIX}${run}.json`, ROOT), 'utf8')) as T;
}

/**
 * Fails unless a number is the golden one to 1e-9 of it.
 * @param golden null = not a number
 */
export function expectGolden(actual: number, golden: number | null, what: string): void {
  if (golden === null) expect(actual, what).toBeNaN();
  else
    expect(Math.abs(actual - golden), `${what}: ${actual}, not ${golden}`).toBeLessThanOrEqual(
      TOLERANCE * Math.abs(golden),
    );
}

/** The same for the members of rows, which are numbers. */
export function expectGoldenRows<Row extends object>(
  actual: readonly Row[],
  golden: readonly Row[],
  members: readonly (keyof Row & string)[],
): void {
  expect(actual).toHaveLength(golden.length);
  golden.forEach((row, index) => {
    for (const member of members) {
      expectGolden(Number(actual[index]?.[member]), Number(row[member]), `${member} of row ${index}`);
    }
  });
}

/** A statistic of another tool: our name for it, and what ours is multiplied by to be theirs. */
export interface Statistic {
  id: string;
  factor: number;
}

/** Fails unless every number in a golden table of statistics is ours; durations are in seconds, dates don't count. */
export function expectGoldenStatistics(
  ours: Record<string, number>,
  golden: Readonly<Record<string, number | string | null | { seconds: number }>>,
  names: Readonly<Record<string, Statistic>>,
): void {
  for (const [name, value] of Object.entries(golden)) {
    if (typeof value === 'string') continue;
    const known = names[name];
    expect(known, `${name} has a name here`).toBeDefined();
    if (known === undefined) continue;
    const number = typeof value === 'object' && value !== null ? value.seconds : value;
    expectGolden((ours[known.id] ?? Number.NaN) * known.factor, number, name);
  }
}
