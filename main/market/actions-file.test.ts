import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusal } from '../../tests/support/refusal.ts';
import { readActions } from './actions-file.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hindcast-actions-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function read(text: string, symbols = ['AAPL']) {
  const path = join(folder, 'actions.csv');
  writeFileSync(path, text);
  return readActions(path, symbols);
}

describe('a file of splits and dividends', () => {
  test('has one a line, in whatever order', () => {
    expect(read('2020-11-06,dividend,0.205\n2020-08-31,split,4\n')).toEqual({
      AAPL: [
        { kind: 'split', time: Date.UTC(2020, 7, 31), ratio: 4 },
        { kind: 'dividend', time: Date.UTC(2020, 10, 6), amount: 0.205 },
      ],
    });
  });

  test.each([
    ['4:1', 4],
    ['3/2', 1.5],
    ['0.1', 0.1],
    ['1:10', 0.1],
  ])('reads %s as a ratio', (text, ratio) => {
    expect(read(`2020-08-31, split, ${text}`)).toMatchObject({ AAPL: [{ ratio }] });
  });

  test('may name the columns, have remarks and empty lines, and times', () => {
    const text = 'date,kind,value\r\n# Apple\r\n\r\n2020-08-31T13:30Z,split,4\r\n';
    expect(read(text)).toEqual({ AAPL: [{ kind: 'split', time: Date.UTC(2020, 7, 31, 13, 30), ratio: 4 }] });
  });

  test('names symbols where there are several', async () => {
    const both = read('aapl,2020-08-31,split,4\nTSLA,2020-08-31,split,5', ['AAPL', 'TSLA']);
    expect(Object.entries(both).map(([symbol, list]) => [symbol, list.length])).toEqual([
      ['AAPL', 1],
      ['TSLA', 1],
    ]);
    const unnamed = await refusal(() => read('2020-08-31,split,4', ['AAPL', 'TSLA']));
    expect(unnamed.message).toContain("line 1: it doesn't say which symbol it is about");
    const stranger = await refusal(() => read('MSFT,2020-08-31,split,4'));
    expect(stranger).toMatchObject({ code: 'data.bad-action', hint: 'It has AAPL.' });
  });

  test.each([
    '2020-08-31,split,0',
    '2020-08-31,split,4:0',
    '2020-08-31,dividend,-1',
    '2020-08-31,dividend,some',
    '2020-08-31,merger,1',
    '2020-13-31,split,4',
    '2020-08-31,split',
  ])('does not take %s', async (line) => {
    const error = await refusal(() => read(`# first\n${line}`));
    expect(error).toMatchObject({ kind: 'data', code: 'data.bad-action' });
    expect(error.message).toContain(`actions.csv, line 2: ${line}`);
  });

  test('must be there', async () => {
    expect(await refusal(() => readActions(join(folder, 'none.csv'), ['A']))).toMatchObject({
      code: 'data.unreadable-file',
    });
  });
});
