import { sessionInWords } from '../../../runs/report/sections/session-in-words.ts';
import { type Command, EXIT } from '../command.ts';
import { formatDay } from '../format.ts';

const SHOWN = 5;

export const dataShow: Command = {
  name: 'data show',
  usage: 'SERIES',
  summary: 'show a series: its range, hash, first and last bars',
  positionals: [1, 1],
  flags: {},
  notes: 'SERIES is SYMBOL, SYMBOL:TIMEFRAME or SYMBOL:TIMEFRAME:SOURCE.',
  async run({ args, terminal, app }) {
    const { market } = app();
    const summary = market.find(args.positionals[0] ?? '');
    if (args.has('json')) {
      terminal.json(summary);
      return EXIT.ok;
    }
    const { instrument } = summary;
    terminal.print(terminal.styled('bold', `${summary.symbol}:${summary.timeframe}:${summary.source}`));
    terminal.table([
      ['bars', String(summary.rows)],
      ['from', formatDay(summary.firstTime)],
      ['to', formatDay(summary.lastTime)],
      ['prices', summary.closeOnly ? 'close only' : 'open, high, low, close'],
      ['currency', instrument.quoteCurrency],
      ['tick size', instrument.tickSize === 0 ? 'any' : String(instrument.tickSize)],
      ['lot step', String(instrument.lotStep)],
      ['multiplier', String(instrument.multiplier)],
      ...(instrument.session === undefined ? [] : [['session', sessionInWords(instrument.session)]]),
      ...(instrument.delisted === true ? [['delisted', 'after the last bar']] : []),
      ['SHA-256', summary.hash],
      ['updated', new Date(summary.updatedAt).toISOString()],
    ]);
    const { bars } = market.load(summary);
    const cell = (column: Float64Array, row: number) => String(column[row]);
    const line = (row: number) => [
      formatDay(bars.time[row] ?? 0),
      ...[bars.open, bars.high, bars.low, bars.close, bars.volume].map((column) => cell(column, row)),
    ];
    const rows = [...bars.time.keys()];
    const middle = summary.rows > 2 * SHOWN ? [['…', '', '', '', '', '']] : [];
    const tail = rows.slice(Math.max(SHOWN, summary.rows - SHOWN));
    terminal.print();
    terminal.table(
      [
        ['time', 'open', 'high', 'low', 'close', 'volume'],
        ...rows.slice(0, SHOWN).map(line),
        ...middle,
        ...tail.map(line),
      ],
      [1, 2, 3, 4, 5],
    );
    return EXIT.ok;
  },
};
