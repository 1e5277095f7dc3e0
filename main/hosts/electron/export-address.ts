import { isOwnAddress } from './origin.ts';

export interface Export {
  run: string;
  format: 'html' | 'csv' | 'json';
}

/** The export that an address of the window means; null for every other one. */
export function exportAt(address: string, page: string): Export | null {
  if (!isOwnAddress(address, page)) return null;
  const [, run, format] =
    /^\/api\/v1\/runs\/([0-9a-f]{1,40}|last)\/export\/(html|csv|json)$/.exec(new URL(address).pathname) ?? [];
  return run === undefined ? null : { run, format: format as Export['format'] };
}
