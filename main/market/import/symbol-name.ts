import { symbolSchema } from '#shared/domain/instrument.ts';

const FILE_ENDINGS = /\.(?:csv|txt|tsv|psv|prn|json|jsonl|ndjson|parquet|pq|gz|zip)$/i;

/**
 * The symbol that a file name stands for: `sp500-2000.csv` is SP500-2000, `BTCUSD.csv.gz` BTCUSD, and
 * `BINANCE_BTCUSDT, 60.csv` BINANCE_BTCUSDT-60. Cut to the 40 characters that a symbol may have.
 */
export function symbolOfFileName(name: string): string {
  let stem = name.split(/[/\\]/).at(-1) ?? '';
  while (FILE_ENDINGS.test(stem)) stem = stem.replace(FILE_ENDINGS, '');
  return stem
    .toUpperCase()
    .replace(/[\s,:]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
}

/** The symbol that a cell stands for, without the slash of a pair (`BTC/USDT` is BTCUSDT); null when it can't be one. */
export function symbolOfCell(text: string): string | null {
  const symbol = text.replaceAll('/', '');
  return symbolSchema.safeParse(symbol).success ? symbol : null;
}
