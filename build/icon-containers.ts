/** A picture as PNG, by its width in pixels; icons are square. */
export type Pictures = ReadonlyMap<number, Uint8Array>;

export const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256] as const;

/** What each kind of picture in an ICNS file is called, and how wide it is. */
const ICNS_KINDS = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
] as const;
export const ICNS_SIZES = [...new Set(ICNS_KINDS.map(([, size]) => size))];

/** A Windows icon: a directory of PNGs (ICO, as Windows Vista and later read it). @throws RangeError for a missing size */
export function ico(pictures: Pictures): Uint8Array {
  const images = ICO_SIZES.map((size) => ({ size, png: pictureOf(pictures, size) }));
  const directory = new DataView(new ArrayBuffer(6 + 16 * images.length));
  directory.setUint16(2, 1, true);
  directory.setUint16(4, images.length, true);
  let offset = directory.byteLength;
  for (const [i, { size, png }] of images.entries()) {
    const at = 6 + 16 * i;
    // 256 has no byte of its own: 0 stands for it.
    directory.setUint8(at, size % 256);
    directory.setUint8(at + 1, size % 256);
    directory.setUint16(at + 4, 1, true);
    directory.setUint16(at + 6, 32, true);
    directory.setUint32(at + 8, png.length, true);
    directory.setUint32(at + 12, offset, true);
    offset += png.length;
  }
  return joined([new Uint8Array(directory.buffer), ...images.map(({ png }) => png)]);
}

/** A macOS icon: named PNGs one behind the other (ICNS). @throws RangeError for a missing size */
export function icns(pictures: Pictures): Uint8Array {
  const chunks = ICNS_KINDS.map(([kind, size]) => chunk(kind, pictureOf(pictures, size)));
  return chunk('icns', joined(chunks));
}

/** Four letters, the length of the whole, and the content. */
function chunk(kind: string, content: Uint8Array): Uint8Array {
  const head = new DataView(new ArrayBuffer(8));
  for (let i = 0; i < 4; i++) head.setUint8(i, kind.charCodeAt(i));
  head.setUint32(4, 8 + content.length);
  return joined([new Uint8Array(head.buffer), content]);
}

function pictureOf(pictures: Pictures, size: number): Uint8Array {
  const png = pictures.get(size);
  if (png === undefined) throw new RangeError(`there is no picture ${size} pixels wide`);
  return png;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
