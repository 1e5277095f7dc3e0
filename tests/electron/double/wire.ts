export interface Wire {
  encode(value: unknown): string;
  decode(text: string): unknown;
}

/**
 * How values travel between the browser's worlds and the process: JSON that also knows undefined and bytes, and
 * refuses functions as a structured clone does. Depends on nothing, because its text runs in the browser too.
 */
export function wire(): Wire {
  const bytesOf = (value: unknown) =>
    value instanceof ArrayBuffer ? new Uint8Array(value) : value instanceof Uint8Array ? value : null;
  const tag = (_: string, value: unknown) => {
    if (typeof value === 'function') throw new TypeError('An object could not be cloned.');
    if (value === undefined) return { $undefined: true };
    const bytes = bytesOf(value);
    return bytes === null ? value : { $bytes: Array.from(bytes, (byte) => String.fromCharCode(byte)).join('') };
  };
  const untag = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(untag);
    if (value === null || typeof value !== 'object') return value;
    if ('$undefined' in value) return undefined;
    if ('$bytes' in value) return Uint8Array.from(String(value.$bytes), (letter) => letter.charCodeAt(0));
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, untag(part)]));
  };
  return {
    encode: (value) => JSON.stringify({ value }, tag),
    decode: (text) => (untag(JSON.parse(text)) as { value: unknown }).value,
  };
}
