import { importFile } from '../../../market/import/import-file.ts';
import type { FileFormat, ImportReport } from '../../../market/import/import-report.ts';
import { type Command, EXIT } from '../command.ts';
import { formatDay } from '../format.ts';
import { IMPORT_FLAGS, importOptions } from '../import-flags.ts';
import { SESSION_NOTES } from '../session-flag.ts';
import type { Terminal } from '../terminal.ts';

export const importCommand: Command = {
  name: 'import',
  usage: 'FILE',
  summary: 'import prices from CSV, JSON lines or Parquet (also .gz and .zip)',
  positionals: [1, 1],
  flags: IMPORT_FLAGS,
  notes:
    'Delimiter, columns, date format, timeframe and symbol are detected. A file with a symbol column becomes several\n' +
    'series. Importing bars again replaces those with the same time. Ctrl-C leaves everything as it was.\n' +
    '\n' +
    SESSION_NOTES,
  async run({ args, terminal, app, signal }) {
    const [file = ''] = args.positionals;
    const report = await importFile(file, app().market, importOptions(args), {
      signal,
      onProgress: showImport(terminal),
    });
    terminal.clearProgress();
    if (args.has('json')) terminal.json(report);
    else print(terminal, report);
    return EXIT.ok;
  },
};

/** Draws how far an import is. */
export function showImport(terminal: Terminal) {
  return ({ bytesRead, bytesTotal, rows }: { bytesRead: number; bytesTotal: number; rows: number }) =>
    terminal.progress(
      'Importing',
      bytesTotal === 0 ? 1 : bytesRead / bytesTotal,
      `${rows.toLocaleString('en-US')} rows`,
    );
}

function print(terminal: Terminal, { series, dialect, badRows, badRowCount }: ImportReport): void {
  for (const { summary, added, replaced, unchanged } of series) {
    const counts = [
      `${added} added`,
      ...(replaced > 0 ? [`${replaced} replaced`] : []),
      ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
    ].join(', ');
    const name = terminal.styled('bold', `${summary.symbol}:${summary.timeframe}`);
    const closeOnly = summary.closeOnly ? ', close only' : '';
    terminal.print(
      `${name}  ${summary.rows} bars, ${formatDay(summary.firstTime)} to ${formatDay(summary.lastTime)}${closeOnly} (${counts})`,
    );
  }
  const columns = Object.entries(dialect.columns).map(([field, column]) => `${field} = ${column}`);
  terminal.print(
    terminal.styled(
      'dim',
      `Read as ${formatName(dialect.format)}, dates ${dialect.dateFormat} in ${dialect.timezone}; ${columns.join(', ')}.`,
    ),
  );
  for (const note of dialect.notes) terminal.print(terminal.styled('dim', note));
  if (badRowCount === 0) return;
  terminal.print(terminal.styled('yellow', `${badRowCount} bad ${badRowCount === 1 ? 'row' : 'rows'} left out:`));
  for (const { line, reason, text } of badRows)
    terminal.print(`  line ${line}: ${reason}  ${terminal.styled('dim', text)}`);
  if (badRowCount > badRows.length) terminal.print(`  … and ${badRowCount - badRows.length} more`);
}

function formatName(format: FileFormat): string {
  return { csv: 'CSV', jsonl: 'JSON lines', parquet: 'Parquet' }[format];
}
