import type { ContractClient } from '#shared/contract/index.ts';
import type { Upload } from '#shared/contract/market.ts';

export interface UploadControls {
  signal?: AbortSignal;
  /** Called with the bytes that were sent. */
  onProgress?: (sent: number) => void;
}

/** All that the window can ask of its host. Errors are shown through `apiErrorOf`. */
export interface Api {
  client: ContractClient;
  /** Hands a file over, to be previewed and imported by its upload id. */
  upload(file: File, controls?: UploadControls): Promise<Upload>;
  /** Where a run can be downloaded from. */
  exportUrl(run: string, format: 'html' | 'csv' | 'json'): string;
}
