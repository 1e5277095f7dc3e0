import { isSnapshot } from '../../../market/snapshot-source.ts';
import { type Command, EXIT } from '../command.ts';
import { formatDay } from '../format.ts';

export const dataList: Command = {
  name: 'data list',
  usage: '',
  summary: 'list the stored series',
  positionals: [0, 0],
  flags: { all: { help: 'also the snapshots of files that runs used' } },
  async run({ args, terminal, app }) {
    const stored = app().market.list();
    const series = args.has('all') ? stored : stored.filter(({ source }) => !isSnapshot(source));
    if (args.has('json')) {
      terminal.json(series);
      return EXIT.ok;
    }
    if (series.length === 0) terminal.print('No series yet: hindcast import FILE brings some.');
    else {
      terminal.table(
        [
          ['symbol', 'bar', 'source', 'bars', 'from', 'to', 'prices'],
          ...series.map((one) => [
            one.symbol,
            one.timeframe,
            one.source,
            String(one.rows),
            formatDay(one.firstTime),
            formatDay(one.lastTime),
            one.closeOnly ? 'close only' : 'OHLC',
          ]),
        ],
        [3],
      );
    }
    const hidden = stored.length - series.length;
    if (hidden > 0)
      terminal.note(`${hidden} ${hidden === 1 ? 'snapshot' : 'snapshots'} of files that runs used: --all lists them.`);
    return EXIT.ok;
  },
};
