import type { Command } from '../../app/commands/command.ts';

/** What can be done with data: everything but how. */
export const DATA_COMMANDS = {
  import: {
    id: 'data.import',
    title: 'Import prices',
    group: 'File',
    keywords: ['file', 'csv', 'parquet', 'upload', 'open'],
    defaultKey: '$mod+o',
  },
  samples: { id: 'data.samples', title: 'Add sample data', group: 'File', keywords: ['example', 'install'] },
  delete: { id: 'data.delete', title: 'Delete this dataset', group: 'File', keywords: ['remove', 'series'] },
} as const satisfies Record<string, Omit<Command, 'run'>>;
