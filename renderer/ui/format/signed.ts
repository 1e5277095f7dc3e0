import { MINUS, UNDEFINED } from './decimal.ts';

/** A formatted number with a plus before it where it is above zero as it is written: `+18.42 %`, `−3.00`, `0.00`. */
export function withSign(text: string): string {
  const isUnsigned = text.startsWith(MINUS) || text === UNDEFINED || !/[1-9]/.test(text);
  return isUnsigned ? text : `+${text}`;
}
