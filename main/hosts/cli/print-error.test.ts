import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { HindcastError } from '#shared/domain/errors.ts';
import { printError } from './print-error.ts';
import { Terminal } from './terminal.ts';

function printed(code: string): string[] {
  const lines: string[] = [];
  const output = { write: (text: string) => lines.push(text.trimEnd()) };
  const error = new HindcastError({ kind: 'data', code, message: 'What is wrong.', hint: 'What to do.' });
  printError(new Terminal(output, output), error);
  return lines;
}

it('the terminal says which flag mends it', () => {
  expect(printed('data.timeframe-unknown')).toEqual([
    'Error: What is wrong.',
    'What to do.',
    '--timeframe 1d says it.',
  ]);
  expect(printed('data.other')).toEqual(['Error: What is wrong.', 'What to do.']);
});

it('errors that every host shows name no flags', () => {
  const root = join(import.meta.dirname, '../../..');
  const sources = ['main/runs', 'main/market', 'main/jobs', 'main/db', 'main/api', 'worker'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /errors\.ts$/.test(name))
      .map((name) => join(root, folder, name)),
  );
  expect(sources.length).toBeGreaterThan(5);
  const flags = sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(message|hint): .*--[a-z].*/g)].map(([line]) => line),
  );
  expect(flags.filter((line) => !line.includes('HINDCAST_HOME'))).toEqual([]);
});
