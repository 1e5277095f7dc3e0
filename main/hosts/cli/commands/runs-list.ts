import { formatMetric } from '#shared/domain/format-metric.ts';
import type { MetricId } from '#shared/domain/metric-catalog.ts';
import type { RunRecord } from '../../../runs/run-record.ts';
import { type Command, EXIT } from '../command.ts';
import { wholeFlag } from '../flag-values.ts';

const COLUMNS: readonly MetricId[] = ['totalReturn', 'sharpe', 'maxDrawdown', 'trades'];

export const runsList: Command = {
  name: 'runs list',
  usage: '',
  summary: 'list the stored runs, newest first',
  positionals: [0, 0],
  flags: { limit: { value: 'N', help: 'at most so many (20)' } },
  async run({ args, terminal, app }) {
    const limit = wholeFlag('limit', args.text('limit') ?? '20', 1, 'a whole number above 0');
    const { records, damaged } = app().runs.listReadable(limit);
    for (const { detail } of damaged) terminal.note(detail.message);
    if (args.has('json')) {
      terminal.json(records.map(listed));
      return EXIT.ok;
    }
    if (records.length === 0) {
      terminal.print('No runs yet: hindcast run STRATEGY.ts --data SERIES makes one.');
      return EXIT.ok;
    }
    terminal.table(
      [
        ['run', 'when (UTC)', 'strategy', 'data', 'status', 'return', 'sharpe', 'max drawdown', 'trades'],
        ...records.map(line),
      ],
      [5, 6, 7, 8],
    );
    return EXIT.ok;
  },
};

function line(record: RunRecord): string[] {
  const { manifest, summary } = record;
  return [
    record.id,
    new Date(record.createdAt).toISOString().slice(0, 16).replace('T', ' '),
    record.strategyName,
    manifest.data.map(({ symbol }) => symbol).join(','),
    record.status,
    ...COLUMNS.map((id) => {
      const metric = summary?.metrics[id];
      return metric === undefined ? '–' : formatMetric(metric, '');
    }),
  ];
}

function listed({ summary, error, ...record }: RunRecord): object {
  const metrics = Object.entries(summary?.metrics ?? {}).map(([id, { value }]) => [
    id,
    Number.isFinite(value) ? value : null,
  ]);
  return { ...record, metrics: Object.fromEntries(metrics), error };
}
