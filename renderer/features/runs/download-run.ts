import { api } from '../../app/api/client.ts';

export type ExportFormat = 'html' | 'csv' | 'json';

/** Saves a run as a file, where the browser keeps what it downloads. */
export function downloadRun(run: string, format: ExportFormat): void {
  const link = document.createElement('a');
  link.href = api.exportUrl(run, format);
  link.download = '';
  link.click();
}
