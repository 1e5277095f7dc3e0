const MINUTE = 60_000;

/** A CSV file of one-minute bars from 2020 on, whose prices swing. @param count rows after the header */
export function minuteBars(count: number): string {
  const rows = ['time,open,high,low,close,volume'];
  for (let row = 0; row < count; row += 1) {
    const time = new Date(Date.UTC(2020, 0, 1) + row * MINUTE).toISOString();
    const price = 100 + 20 * Math.sin(row / 500) + Math.sin(row * 12.9);
    const [open, high, low] = [price, price + 1, price - 1].map((one) => one.toFixed(2));
    rows.push(`${time},${open},${high},${low},${open},1000`);
  }
  return `${rows.join('\n')}\n`;
}
