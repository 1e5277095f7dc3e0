import type { ParamValue } from '#shared/domain/manifest.ts';

type Params = Readonly<Record<string, ParamValue>>;

/** True where both have the same names with the same values, in whatever order. */
export function sameParams(a: Params, b: Params): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && a[name] === b[name]);
}
