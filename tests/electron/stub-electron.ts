import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What Electron's fuses stand behind in its binary, and their version. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const VERSION = 1;
/** One letter for each fuse of this Electron, as it comes: 0 off, 1 on. */
const AS_IT_COMES = '101100010';

/** A folder that passes for an unpacked Electron: a binary with fuses, and the files beside it that packaging touches. */
export function stubElectron(folder: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'), { recursive: true });
  const fuses = Buffer.concat([Buffer.from([VERSION, AS_IT_COMES.length]), Buffer.from(AS_IT_COMES)]);
  writeFileSync(
    join(folder, 'electron'),
    Buffer.concat([Buffer.from(`stub ${SENTINEL}`), fuses, Buffer.from(' stub')]),
    {
      mode: 0o755,
    },
  );
  for (const name of ['chrome-sandbox', 'LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak']) {
    writeFileSync(join(folder, name), '');
  }
  writeFileSync(join(folder, 'version'), '45.4.1');
}
