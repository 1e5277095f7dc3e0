import { z } from 'zod';
import { type ImportTerms, importOptionsSchema } from '#shared/contract/market.ts';
import type { Ms } from '#shared/domain/units.ts';
import type { FileImports } from '../../market/import/file-imports.ts';
import { type ImportOptions, performImport } from '../../market/import/import-file.ts';
import type { UploadStore } from '../../market/import/upload-store.ts';
import { selectorOf } from '../../market/selector.ts';
import type { Streamed } from '../../threads/asked.ts';
import type { JobWork } from '../job-kind.ts';

/** An import of an uploaded file, or of one that ships with Hindcast. */
export interface ImportInput {
  file: { kind: 'upload'; upload: string } | { kind: 'sample'; name: string };
  options: ImportTerms;
}

const inputSchema = z.strictObject({
  file: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('upload'), upload: z.string() }),
    z.strictObject({ kind: z.literal('sample'), name: z.string() }),
  ]),
  options: importOptionsSchema,
});

export interface ImportParts {
  imports: Streamed<FileImports>;
  uploads: UploadStore;
  /** Path of a file that ships with Hindcast. @throws HindcastError */
  samplePath: (name: string) => string;
  clock: () => Ms;
  /** Called when series have changed. */
  onImported: () => void;
}

export function importWork({ imports, uploads, samplePath, clock, onImported }: ImportParts): JobWork<ImportInput> {
  return {
    kind: 'import',
    unit: 'bytes',
    canPause: true,
    atOnce: 1,
    input: inputSchema,
    async perform({ file, options }, { signal, onProgress, gate }) {
      const { path, name } =
        file.kind === 'upload' ? uploads.find(file.upload) : { path: samplePath(file.name), name: file.name };
      const report = await performImport(imports.steps(path, options as ImportOptions, name, clock()), {
        signal,
        gate,
        name,
        onProgress: ({ bytesRead, bytesTotal }) => onProgress(bytesRead, bytesTotal),
      });
      onImported();
      return {
        kind: 'import',
        rows: report.rows,
        badRowCount: report.badRowCount,
        badRows: [...report.badRows],
        series: report.series.map(({ summary, added, replaced, unchanged, previousHash }) => ({
          id: selectorOf(summary),
          added,
          replaced,
          unchanged,
          isNew: previousHash === null,
        })),
      };
    },
    release({ file }) {
      if (file.kind === 'upload') uploads.discard(file.upload);
    },
    prune(needed) {
      uploads.prune(new Set(needed.flatMap(({ file }) => (file.kind === 'upload' ? [file.upload] : []))));
    },
  };
}
