import { canonicalJson, type Json } from '#shared/domain/canonical-json.ts';
import type { Manifest } from '#shared/domain/manifest.ts';

/** What a difference between two manifests is about. */
export type Area =
  | 'engine'
  | 'code'
  | 'parameter'
  | 'data'
  | 'instrument'
  | 'capital'
  | 'account'
  | 'costs'
  | 'semantics'
  | 'seed'
  | 'other';

/** One value that two manifests don't share; `undefined` where a manifest has no such value. */
export interface ManifestDifference {
  area: Area;
  /** Where it stands; series go by their symbol: `['data', 'SP500', 'rows']`. */
  path: string[];
  a: Json | undefined;
  b: Json | undefined;
}

/** The parts of a manifest in the order in which people ask for them. */
const AREAS: Readonly<Record<string, Area>> = {
  engine: 'engine',
  strategy: 'code',
  params: 'parameter',
  data: 'data',
  cash: 'capital',
  account: 'account',
  costs: 'costs',
  semantics: 'semantics',
  seed: 'seed',
};
const PARTS = Object.keys(AREAS);

/** Every value that differs, part by part; fields that this version knows nothing of come last. */
export function manifestDifferences(a: Manifest, b: Manifest): ManifestDifference[] {
  const found = [...seriesOrder(a, b), ...differences([], bySymbol(a), bySymbol(b))];
  return found.sort((one, other) => rank(one) - rank(other));
}

/** The first series is the one that `data.close` means, so the same series in another order are another input. */
function seriesOrder(a: Manifest, b: Manifest): ManifestDifference[] {
  const [left, right] = [a, b].map(({ data }) => data.map(({ symbol }) => symbol)) as [string[], string[]];
  const isReordered =
    String(left.filter((one) => right.includes(one))) !== String(right.filter((one) => left.includes(one)));
  return isReordered ? [{ area: 'data', path: ['data'], a: left, b: right }] : [];
}

function bySymbol(manifest: Manifest): Json {
  return { ...manifest, data: Object.fromEntries(manifest.data.map((series) => [series.symbol, series])) };
}

/** A value of a manifest as people read it: `percent (fraction 0.001)`; `not set` where there is none. */
export function manifestValue(value: Json | undefined): string {
  if (value === undefined) return 'not set';
  if (value === null || typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map(manifestValue).join(', ');
  const { model, ...members } = value as { readonly [key: string]: Json };
  const text = Object.entries(members)
    .map(([name, member]) => `${name} ${manifestValue(member)}`)
    .join(', ');
  if (model === undefined) return text;
  return text === '' ? manifestValue(model) : `${manifestValue(model)} (${text})`;
}

function differences(path: string[], a: Json | undefined, b: Json | undefined): ManifestDifference[] {
  if (a !== undefined && b !== undefined) {
    if (canonicalJson(a) === canonicalJson(b)) return [];
    if (isGroup(a) && isGroup(b)) {
      const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
      return [...keys].flatMap((key) => differences([...path, key], a[key], b[key]));
    }
  }
  return [{ area: areaOf(path), path, a, b }];
}

/** An object whose members say something each by itself: the numbers of a model mean nothing without its name. */
function isGroup(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('model' in value);
}

function areaOf([part = '', , field]: readonly string[]): Area {
  return part === 'data' && field === 'instrument' ? 'instrument' : (AREAS[part] ?? 'other');
}

function rank({ path: [part = ''] }: ManifestDifference): number {
  const place = PARTS.indexOf(part);
  return place === -1 ? PARTS.length : place;
}
