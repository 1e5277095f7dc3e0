import { describe, expect, test } from 'vitest';
import { HindcastError } from '#shared/domain/errors.ts';
import { formatBytes, formatDay, formatNumber } from './format.ts';
import { printError } from './print-error.ts';
import { Terminal } from './terminal.ts';

const ESCAPE = '\u001b';

function screen(isTTY: boolean) {
  const written = { out: '', err: '' };
  const part = (name: 'out' | 'err') => ({
    isTTY,
    columns: 40,
    write(text: string) {
      written[name] += text;
    },
  });
  return { written, terminal: new Terminal(part('out'), part('err')) };
}

describe('Terminal', () => {
  test('pads the columns of a table, and numbers from the left', () => {
    const { terminal, written } = screen(false);
    terminal.table(
      [
        ['a', '1'],
        ['bcd', '23'],
      ],
      [1],
    );
    expect(written.out).toBe('  a     1\n  bcd  23\n');
  });

  test('knows colours and progress on a terminal only', () => {
    for (const isTTY of [true, false]) {
      const { terminal, written } = screen(isTTY);
      terminal.print(terminal.styled('bold', 'result'));
      terminal.note(terminal.styledNote('red', 'note'));
      terminal.progress('Running', 0.5, 'bar 1');
      terminal.clearProgress();
      expect((written.out + written.err).includes(ESCAPE)).toBe(isTTY);
      expect(written.err.includes('50 %')).toBe(isTTY);
    }
  });

  test('erases the progress before anything else is written', () => {
    const { terminal, written } = screen(true);
    terminal.progress('Importing a file with a long name', 0.2, 'and details beyond the width');
    expect(written.err.length).toBeLessThan(40 + 5);
    terminal.print('done');
    terminal.print('again');
    expect(written.err.endsWith(`\r${ESCAPE}[K`)).toBe(true);
    expect(written.err.split(`${ESCAPE}[K`)).toHaveLength(3);
    expect(written.out).toBe('done\nagain\n');
  });

  test('writes JSON for programs', () => {
    const { terminal, written } = screen(false);
    terminal.json({ a: [1, null] });
    expect(JSON.parse(written.out)).toEqual({ a: [1, null] });
  });
});

describe('printError', () => {
  const shown = (error: unknown) => {
    const { terminal, written } = screen(false);
    const code = printError(terminal, error);
    expect(written.out).toBe('');
    return { code, text: written.err };
  };

  test.each([
    ['usage', 2],
    ['data', 3],
    ['strategy', 4],
    ['run', 1],
    ['storage', 1],
  ] as const)('a %s error ends with %i', (kind, code) => {
    expect(shown(new HindcastError({ kind, code: 'x.y', message: 'What.' }))).toEqual({ code, text: 'Error: What.\n' });
  });

  test('shows the place, the lines and what to do', () => {
    const error = new HindcastError({
      kind: 'strategy',
      code: 'strategy.syntax',
      message: 'No.',
      at: { file: 'a.ts', line: 3, column: 7 },
      lines: ['let x =', '       ^'],
      hint: 'Do this.',
    });
    expect(shown(error).text).toBe('Error: a.ts:3:7 No.\n  let x =\n         ^\nDo this.\n');
  });

  test('being stopped has a code of its own', () => {
    expect(shown(new HindcastError({ kind: 'run', code: 'run.cancelled', message: 'x' })).code).toBe(130);
  });

  test.each([[new TypeError('oops')], ['oops'], [undefined]])('anything else is a bug: %s', (thrown) => {
    const { code, text } = shown(thrown);
    expect(code).toBe(1);
    expect(text).toMatch(/^Internal error: /);
    expect(text).toContain('please report it');
  });
});

test('days, numbers and sizes', () => {
  expect(formatDay(Date.UTC(2010, 4, 31))).toBe('2010-05-31');
  expect(formatDay(Date.UTC(2010, 4, 31, 14, 30))).toBe('2010-05-31 14:30');
  expect(formatNumber(1234567.891, 1)).toBe('1,234,567.9');
  expect(formatBytes(1)).toBe('1 kB');
  expect(formatBytes(2_500_000)).toBe('2.5 MB');
});
