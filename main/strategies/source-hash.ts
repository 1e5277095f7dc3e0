import { createHash } from 'node:crypto';

/** SHA-256 of a text, in hexadecimal: what names it, whatever its file is called. */
export function sourceHash(source: string): string {
  return createHash('sha256').update(source).digest('hex');
}
