/**
 * What a column of a price file can mean. `date` or `time` alone is the whole moment; together they are the date
 * and the time of day.
 */
export const FIELDS = ['date', 'time', 'open', 'high', 'low', 'close', 'volume', 'symbol'] as const;
export type Field = (typeof FIELDS)[number];

/** Where the user says a field stands: the name of a column or its number, from 1. */
export type ColumnChoice = Partial<Record<Field, string | number>>;

/** Where a field stands: position of its column, from 0. */
export type ColumnPositions = Partial<Record<Field, number>>;

/** Lower case, letters and digits only: `<DATE>`, `Gmt time` and `adj_close*` become `date`, `gmttime`, `adjclose`. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Names that hold a whole moment; they win over separate date and time columns. */
const MOMENTS = [
  'datetime',
  'dateandtime',
  'timestamp',
  'gmttime',
  'localtime',
  'opentime',
  'unix',
  'unixtime',
  'unixtimestamp',
  'epoch',
  'dateutc',
  'timeutc',
  'datetimeutc',
  'ts',
];
/** What pandas and R call an index that has no name of its own. */
const INDEXES = ['', 'index', 'unnamed0'];

/** Names of each field, best first. */
const NAMES: Record<Field, readonly string[]> = {
  date: ['date', 'day', 'tradedate', 'tradingday', 'observationdate'],
  time: ['time', 't'],
  open: ['open', 'o', 'openprice', 'opening'],
  high: ['high', 'h', 'highprice', 'max'],
  low: ['low', 'l', 'lowprice', 'min'],
  close: [
    'close',
    'c',
    'closeprice',
    'closelast',
    'last',
    'lastprice',
    'price',
    'value',
    'settle',
    'settlement',
    'nav',
  ],
  volume: ['volume', 'vol', 'v', 'quantity', 'tickvol', 'tickvolume'],
  symbol: ['symbol', 'ticker', 'instrument', 'code', 'pair', 'name'],
};

/** Finds the fields by the names of the columns; what isn't recognised is left out. */
export function columnsByName(header: readonly string[]): ColumnPositions {
  const names = header.map(plainName);
  const find = (candidates: readonly string[]): number => {
    for (const candidate of candidates) {
      const position = names.indexOf(candidate);
      if (position >= 0) return position;
    }
    return -1;
  };
  const columns: ColumnPositions = {};
  for (const field of FIELDS) {
    const position = find(NAMES[field]);
    if (position >= 0) columns[field] = position;
  }
  const moment = find(MOMENTS);
  if (moment >= 0) {
    columns.date = moment;
    delete columns.time;
  }
  if (columns.date === undefined && columns.time === undefined && INDEXES.includes(names[0] ?? 'none')) {
    columns.date = 0;
  }
  return columns;
}
