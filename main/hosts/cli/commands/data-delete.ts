import { type Command, EXIT } from '../command.ts';
import { formatBytes } from '../format.ts';

export const dataDelete: Command = {
  name: 'data delete',
  usage: 'SERIES',
  summary: 'delete a series and give its space back',
  positionals: [1, 1],
  flags: {},
  notes: 'Runs made on it stay, but can no longer be verified until the same bars are imported again.',
  async run({ args, terminal, app }) {
    const { market } = app();
    const series = market.find(args.positionals[0] ?? '');
    market.delete(series);
    const { before, after } = market.compact();
    if (args.has('json')) terminal.json({ deleted: series, freedBytes: before - after });
    else {
      terminal.print(
        `Deleted ${series.symbol}:${series.timeframe}:${series.source}, ${series.rows} bars; ${formatBytes(before - after)} freed.`,
      );
    }
    return EXIT.ok;
  },
};
