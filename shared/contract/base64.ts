const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Int8Array(128).fill(-1);
for (const [value, letter] of [...ALPHABET].entries()) VALUES[letter.charCodeAt(0)] = value;

/** Bytes as base64 (RFC 4648, padded). Of our own, because neither Node nor all browsers have one for typed arrays. */
export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const bits = (a << 16) | (b << 8) | c;
    const letters = [bits >> 18, (bits >> 12) & 63, (bits >> 6) & 63, bits & 63].map((value) => ALPHABET[value]);
    pieces.push(letters.join(''));
  }
  const padding = (3 - (bytes.length % 3)) % 3;
  const text = pieces.join('');
  return padding === 0 ? text : text.slice(0, -padding) + '='.repeat(padding);
}

/** @throws RangeError for a text that is no padded base64 */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  if (text.length % 4 !== 0) throw new RangeError('base64 comes in groups of four characters');
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  for (let group = 0; group < text.length / 4; group++) {
    let bits = 0;
    for (let k = 0; k < 4; k++) {
      const at = group * 4 + k;
      const value = at >= text.length - padding ? 0 : (VALUES[text.charCodeAt(at)] ?? -1);
      if (value < 0) throw new RangeError(`base64 has no ${JSON.stringify(text[at])}`);
      bits = (bits << 6) | value;
    }
    // Writing beyond the end does nothing.
    bytes[group * 3] = bits >> 16;
    bytes[group * 3 + 1] = (bits >> 8) & 255;
    bytes[group * 3 + 2] = bits & 255;
  }
  return bytes;
}
