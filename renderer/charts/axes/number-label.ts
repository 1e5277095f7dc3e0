const MINUS = '\u2212';
const THIN_SPACE = '\u2009';
const MOST_DECIMALS = 8;

/** `−12,345.60`: fixed decimals, thousands parted by commas, a real minus; what rounds to zero has no sign. */
export function numberLabel(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return '–';
  const text = Math.abs(value).toFixed(decimals);
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = value < 0 && Number(text) !== 0 ? MINUS : '';
  return sign + grouped + (fraction === undefined ? '' : `.${fraction}`);
}

const MAGNITUDES = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'k'],
] as const;

/** `1.2k`, `34.5M`: three digits at most, for volumes and counts. */
export function shortLabel(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  const [unit, name] = MAGNITUDES.find(([magnitude]) => size >= magnitude * 0.9995) ?? [1, ''];
  const scaled = value / unit;
  const decimals =
    unit === 1 && Number.isInteger(value) ? 0 : Math.abs(scaled) < 9.995 ? 2 : Math.abs(scaled) < 99.95 ? 1 : 0;
  const digits = numberLabel(scaled, decimals);
  return (decimals > 0 ? digits.replace(/\.?0+$/, '') : digits) + name;
}

/** `+1.25 %`, from a fraction, with a thin space; `−` is the real one. */
export function percentLabel(fraction: number, decimals = 2): string {
  if (!Number.isFinite(fraction)) return '–';
  const text = numberLabel(fraction * 100, decimals);
  const isPositive = fraction > 0 && Number(text) !== 0;
  return `${isPositive ? '+' : ''}${text}${THIN_SPACE}%`;
}

/** The fewest decimals, eight at most, with which all these prices can be written. */
export function decimalsOf(prices: Iterable<number>): number {
  let decimals = 0;
  for (const price of prices) {
    while (decimals < MOST_DECIMALS && Number.isFinite(price) && !isWritten(price, decimals)) decimals++;
  }
  return decimals;
}

function isWritten(price: number, decimals: number): boolean {
  return Math.abs(Number(price.toFixed(decimals)) - price) <= Math.abs(price) * 1e-12;
}
