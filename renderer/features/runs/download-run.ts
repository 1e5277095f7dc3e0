import { api } from '../../app/api/client.ts';

export const EXPORT_FORMATS = ['html', 'csv', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Saves a run as a file, where the browser keeps what it downloads. */
export function downloadRun(run: string, format: ExportFormat): void {
  const link = document.createElement('a');
  link.href = api.exportUrl(run, format);
  link.download = '';
  link.click();
}
