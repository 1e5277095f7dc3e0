import type { CellRow } from '#worker/ingest/cell-row.ts';
import type { Dialect } from '#worker/ingest/dialect.ts';
import type { FileFormat } from './import-report.ts';

/** The rows of a file whose layout is known, in pieces that are short work. */
export interface RowSource {
  readonly format: FileFormat;
  readonly dialect: Dialect;
  /** Hands the rows of the next piece to `add`; false when there is none. The row is valid during the call only. */
  next(add: (row: CellRow) => void): Promise<boolean>;
  /** Part of the file that was read, 0 to `bytesTotal`. */
  bytesRead(): number;
}
