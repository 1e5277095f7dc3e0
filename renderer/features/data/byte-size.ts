const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** A size on the disk, three digits at most: `640 bytes`, `1.24 MB`, `37.2 GB`. */
export function formatBytes(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (unit < UNITS.length - 1 && Number(size.toPrecision(3)) >= 1_000) {
    size /= 1_000;
    unit++;
  }
  const digits = unit === 0 ? 0 : size < 9.995 ? 2 : size < 99.95 ? 1 : 0;
  return `${size.toFixed(digits)} ${UNITS[unit]}`;
}
