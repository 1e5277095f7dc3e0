import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BAR_COLUMNS } from '#shared/domain/bars.ts';
import { CellRow } from './cell-row.ts';
import { Ingest, type SeriesBlock } from './ingest.ts';
import { LineSplitter } from './line-splitter.ts';
import { TextDecoding } from './text-decoding.ts';
import { detectTextLayout, type TextOptions } from './text-layout.ts';

const encoder = new TextEncoder();
const nameSymbol = (text: string) => (text === '' || text.includes(' ') ? null : text);

/** Ingests a text that arrives in these pieces. */
function ingest(text: string, options: TextOptions = {}, pieces: Uint8Array[] = [encoder.encode(text)]) {
  const lines = text
    .split(/\r?\n/)
    .map((line, index) => ({ line: index + 1, text: line }))
    .filter((line) => line.text.trim() !== '')
    .slice(0, 200);
  const layout = detectTextLayout(lines, options);
  const whole = new Ingest(layout.dialect, { maxBadRows: 20, nameSymbol });
  const splitter = new LineSplitter();
  const decoding = new TextDecoding();
  const row = new CellRow();
  const onLine = (bytes: Uint8Array, start: number, end: number, line: number) => {
    layout.split(bytes, start, end, line, row);
    whole.add(row);
  };
  const blocks: { symbol: string | null; bars: number[][] }[] = [];
  const drain = (ready: Iterable<SeriesBlock>) => {
    for (const { series, bars } of ready) {
      blocks.push({ symbol: series.symbol, bars: BAR_COLUMNS.map((column) => Array.from(bars[column])) });
    }
  };
  for (const piece of pieces) {
    splitter.push(decoding.push(piece), onLine);
    drain(whole.readyBlocks());
  }
  splitter.push(decoding.end(), onLine);
  splitter.end(onLine);
  drain(whole.restOfBlocks());
  return { rows: whole.rows, order: whole.order, badRows: whole.badRows, badRowCount: whole.badRowCount, blocks };
}

const HEADER = 'date,open,high,low,close,volume\n';
const faults = (text: string, options: TextOptions = {}) =>
  ingest(text, options).badRows.map(({ line, reason }) => `${line}: ${reason}`);

describe('Ingest', () => {
  it.each([
    ['2020-01-03,5,6,4,5', 'expected 6 columns, found 5'],
    ['2020-01-03,5,6,4,5,1,9', 'expected 6 columns, found 7'],
    ['2020-02-30,5,6,4,5,1', 'not a date (YYYY-MM-DD): "2020-02-30"'],
    [',5,6,4,5,1', 'the date is empty'],
    ['2020-01-03,5,6,4,abc,1', 'close is not a number: "abc"'],
    ['2020-01-03,5,1e999,4,5,1', 'high is not a number: "1e999"'],
    ['2020-01-03,,6,4,5,1', 'open has no value: ""'],
    ['2020-01-03,5,NaN,4,5,1', 'high has no value: "NaN"'],
    ['2020-01-03,null,null,null,null,null', 'open has no value: "null"'],
    ['2020-01-03,5,4,6,5,1', 'high 4 is below low 6'],
    ['2020-01-03,7,6,4,5,1', 'open 7 is above high 6'],
    ['2020-01-03,3,6,4,5,1', 'open 3 is below low 4'],
    ['2020-01-03,5,6,4,6.1,1', 'close 6.1 is above high 6'],
    ['2020-01-03,5,6,4,3.9,1', 'close 3.9 is below low 4'],
    ['2020-01-03,5,6,-4,5,1', 'low is negative: -4'],
    ['2020-01-03,0,6,0,5,1', 'open is zero'],
    ['2020-01-03,5,6,4,5,-1', 'volume is negative: -1'],
    ['2020-01-03,5,6,4,5,lots', 'volume is not a number: "lots"'],
    ['2020-01-03,5,6,4,5,Infinity', 'volume is not a number: "Infinity"'],
    ['"2020-01-03,5,6,4,5,1', 'a quote is not closed'],
    ['2020-01-02,5,6,4,5,1', 'duplicate time 2020-01-02, first seen on line 3'],
    ['2020-01-01 12:30,5,6,4,5,1', 'time goes back: 2020-01-01 12:30:00 after 2020-01-02 on line 3'],
  ])('refuses %j', (bad, reason) => {
    const { rows, badRows } = ingest(
      `${HEADER}2020-01-01,5,6,4,5,1\n2020-01-02,5,6,4,5,1\n${bad}\n2020-01-06,5,6,4,5,1\n`,
    );
    expect(badRows).toEqual([{ line: 4, reason, text: bad }]);
    expect(rows).toBe(3);
  });

  it.each([
    ['2020-01-03, 5 ,"6",4,5,1', [5, 6, 4, 5, 1]],
    ['2020-01-03,5,6,4,5,1,', [5, 6, 4, 5, 1]],
    ['2020-01-03,5,6,4,5,', [5, 6, 4, 5, NaN]],
    ['2020-01-03,5,6,4,5,null', [5, 6, 4, 5, NaN]],
    ['2020-01-03,5,6,4,5,-0', [5, 6, 4, 5, 0]],
    ['2020-01-03,5,6,4,6.000000005,1', [5, 6, 4, 6.000000005, 1]],
    ['2020-01-03,3.9999999967,6,4,5,1', [3.9999999967, 6, 4, 5, 1]],
  ])('takes %j', (good, expected) => {
    const { badRows, blocks } = ingest(`${HEADER}${good}\n`);
    expect(badRows).toEqual([]);
    expect(blocks[0]?.bars.slice(1).map(([value]) => value)).toEqual(expected);
  });

  it('takes the one price of a close-only file for all four', () => {
    const { blocks } = ingest('date,price\n2020-01-02,5\n');
    expect(blocks[0]?.bars.slice(1)).toEqual([[5], [5], [5], [5], [NaN]]);
    expect(faults('date,price\n2020-01-02,5\n2020-01-03,-37.63\n')).toEqual(['3: close is negative: -37.63']);
  });

  it('turns newest-first files round and finds the rows that go the other way', () => {
    const text = 'date,price\n2020-01-04,4\n2020-01-03,3\n2020-01-05,5\n2020-01-03,3\n2020-01-02,2\n';
    const { order, blocks, badRows } = ingest(text);
    expect(order).toBe('descending');
    expect(blocks[0]?.bars[4]).toEqual([2, 3, 4]);
    expect(badRows.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
      '4: time goes forward in a file that has the newest bars first: 2020-01-05 after 2020-01-03 on line 3',
      '5: duplicate time 2020-01-03, first seen on line 3',
    ]);
  });

  it('learns the order later when the first rows do not tell', () => {
    const symbols = Array.from({ length: 250 }, (_, k) => `S${k}`);
    const day = (date: string) => symbols.map((symbol) => `${date},${symbol},5\n`).join('');
    const { order, rows, badRowCount } = ingest(`date,symbol,price\n${day('2020-01-03')}${day('2020-01-02')}`);
    expect({ order, rows, badRowCount }).toEqual({ order: 'descending', rows: 500, badRowCount: 0 });
  });

  it('keeps symbols apart, interleaved or grouped', () => {
    const text =
      'date,symbol,price\n2020-01-02,A,1\n2020-01-02,B,10\n2020-01-03,A,2\n2020-01-03,B,11\n2020-01-04,B,12\n';
    const { blocks } = ingest(text);
    expect(blocks.map(({ symbol, bars }) => [symbol, bars[4]])).toEqual([
      ['A', [1, 2]],
      ['B', [10, 11, 12]],
    ]);
    expect(faults('date,symbol,price\n2020-01-02,A,1\n2020-01-02,,1\n2020-01-02,B C,1\n')).toEqual([
      '3: the symbol is empty',
      '4: "B C" can\'t be a symbol: no spaces, commas, colons or backslashes',
    ]);
  });

  it('counts all bad rows and keeps the first', () => {
    const { badRows, badRowCount } = ingest(`date,price\n2020-01-01,1\n${'2020-01-02,x\n'.repeat(30)}`);
    expect(badRowCount).toBe(30);
    expect(badRows.map(({ line }) => line)).toEqual(Array.from({ length: 20 }, (_, k) => k + 3));
  });

  it('cuts long rows in the report', () => {
    const [bad] = ingest(`date,price\n2020-01-01,1\n2020-01-02,${'x'.repeat(500)}\n`).badRows;
    expect(bad?.text).toHaveLength(121);
  });

  it('hands over blocks of 4096 bars, in order', () => {
    const rows = Array.from({ length: 10_000 }, (_, k) => `${1_600_000_000 + k * 60},${k + 1}\n`);
    const { blocks } = ingest(`time,price\n${rows.join('')}`);
    expect(blocks.map(({ bars }) => bars[0]?.length)).toEqual([4096, 4096, 1808]);
    expect(blocks.flatMap(({ bars }) => bars[4])).toEqual(Array.from({ length: 10_000 }, (_, k) => k + 1));
  });

  it('gives memory back when many symbols wait', () => {
    const symbols = 3000;
    const lines = ['time,symbol,price\n'];
    for (let bar = 0; bar < 100; bar++) {
      for (let k = 0; k < symbols; k++) lines.push(`${1_600_000_000 + bar * 60},S${k},${bar + 1}\n`);
    }
    const pieces = Array.from({ length: 100 }, (_, k) =>
      encoder.encode(lines.slice(k * symbols + (k === 0 ? 0 : 1), (k + 1) * symbols + 1).join('')),
    );
    const { blocks, rows } = ingest(lines.join(''), {}, pieces);
    expect(rows).toBe(300_000);
    expect(blocks.length).toBeGreaterThan(symbols);
    const last = blocks.filter(({ symbol }) => symbol === 'S7').flatMap(({ bars }) => bars[4]);
    expect(last).toEqual(Array.from({ length: 100 }, (_, k) => k + 1));
  });

  it('does not depend on where the stream is cut', () => {
    const text =
      '\ufeffdate,symbol,open,high,low,close,volume\r\n\r\n2020-01-02,Ä,5,6,4,5,1\r\n2020-01-02,"B",5,6,4,5,1\r\n' +
      '   \r\n2020-01-03,Ä,5,4,6,5,1\r\nrubbish\r\n2020-01-03,B,5.25,6.5,4.125,5,\r\n2020-01-04,Ä,5,6,4,5,1';
    const encodings = [
      encoder.encode(text),
      new Uint8Array(Buffer.from(text, 'utf16le')),
      new Uint8Array(Buffer.from(text, 'utf16le').swap16()),
    ];
    const expected = ingest(text.slice(1), {}, [encoder.encode(text.slice(1))]);
    expect(expected.badRows.map(({ line }) => line)).toEqual([6, 7]);
    fc.assert(
      fc.property(fc.constantFrom(...encodings), fc.array(fc.nat(400), { maxLength: 12 }), (bytes, cuts) => {
        const edges = [0, ...cuts.map((cut) => cut % bytes.length).sort((a, b) => a - b), bytes.length];
        const pieces = edges.slice(1).map((edge, k) => bytes.slice(edges[k], edge));
        expect(ingest(text.slice(1), {}, pieces)).toEqual(expected);
      }),
    );
  });

  it('reads JSON lines, and refuses lines that are none', () => {
    const text =
      '{"date":"2020-01-02","close":5.25}\nnot json\n[1]\n{"close":1}\n{"date":"2020-01-03","close":null}\n{"close":6,"date":"2020-01-04"}\n';
    const { blocks, badRows } = ingest(text);
    expect(blocks[0]?.bars[4]).toEqual([5.25, 6]);
    expect(badRows).toEqual([
      { line: 2, reason: 'not a JSON object', text: 'not json' },
      { line: 3, reason: 'not a JSON object', text: '[1]' },
      { line: 4, reason: 'the date is empty', text: '{"close":1}' },
      { line: 5, reason: 'close has no value: ""', text: '{"date":"2020-01-03","close":null}' },
    ]);
  });
});

describe('LineSplitter', () => {
  it('stops at a line that has no end', () => {
    const splitter = new LineSplitter();
    const push = () => {
      for (let k = 0; k < 20; k++) splitter.push(new Uint8Array(100_000).fill(65), () => {});
    };
    expect(push).toThrow(/line 1 is longer than 1 MB/);
  });
});
