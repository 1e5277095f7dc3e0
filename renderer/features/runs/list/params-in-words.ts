import type { ParamValue } from '#shared/domain/manifest.ts';
import { MINUS } from '../../../ui/format/decimal.ts';

/** Parameters on one line, in the order of the strategy: `fast 12 · slow 48 · long only`. */
export function paramsInWords(params: Readonly<Record<string, ParamValue>>): string {
  return Object.entries(params)
    .map(([name, value]) => wordsOf(name, value))
    .join(' · ');
}

/** One value: `12`, `2.4`, `on`, `close`. */
export function paramValueInWords(value: ParamValue): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return String(value).replace(/^-/, MINUS);
}

function wordsOf(name: string, value: ParamValue): string {
  return `${name} ${paramValueInWords(value)}`;
}
