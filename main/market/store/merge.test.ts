import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateBars, BAR_COLUMNS, type BarColumns } from '#shared/domain/bars.ts';
import { openDatabase } from '../../db/open.ts';
import { seriesHash } from '../series-hash.ts';
import { CHUNK_ROWS } from './chunk.ts';
import { MINUTE } from './fixtures/bars.ts';
import { targetFor } from './fixtures/target.ts';
import { MarketStore } from './market-store.ts';

/** What an import should do, by the plainest means: a bar is a row of numbers, known by its time. */
type Model = Map<number, number[]>;

function barsOf(model: Model): BarColumns {
  const rows = [...model.values()].sort(([a], [b]) => (a as number) - (b as number));
  const bars = allocateBars(rows.length, 'own');
  rows.forEach((row, i) => {
    BAR_COLUMNS.forEach((name, column) => {
      bars[name][i] = row[column] as number;
    });
  });
  return bars;
}

function mergeByModel(model: Model, piece: Model) {
  const counts = { added: 0, replaced: 0, unchanged: 0 };
  for (const [time, row] of piece) {
    const known = model.get(time);
    if (!known) counts.added++;
    else if (known.every((value, i) => Object.is(value, row[i]))) counts.unchanged++;
    else counts.replaced++;
    model.set(time, row);
  }
  return counts;
}

/** Every `stride`-th minute of a stretch; each `version` has other prices, some bars no volume. */
function pieceOf({ first, rows, stride, version }: { first: number; rows: number; stride: number; version: number }) {
  const piece: Model = new Map();
  for (let i = 0; i < rows; i++) {
    const minute = first + i * stride;
    const price = minute + version;
    piece.set(minute * MINUTE, [minute * MINUTE, price, price + 1, price - 1, price, minute % 5 ? minute : Number.NaN]);
  }
  return piece;
}

const pieces = (versions: number) =>
  fc.array(
    fc.record({
      first: fc.nat(15_000),
      rows: fc.oneof(fc.integer({ min: 1, max: 9_000 }), fc.integer({ min: 1, max: 5 })),
      stride: fc.constantFrom(1, 1, 2, 7),
      version: fc.nat(versions - 1),
    }),
    { minLength: 1, maxLength: 7 },
  );

function withStore<T>(work: (store: MarketStore, rowsOfChunks: () => number[]) => T): T {
  const database = openDatabase(':memory:');
  const rowsOfChunks = database.prepare<[], number>('SELECT rows FROM chunks ORDER BY first_time').pluck();
  try {
    return work(new MarketStore(database), () => rowsOfChunks.all() as number[]);
  } finally {
    database.close();
  }
}

const target = targetFor('AAPL');

function importPiece(store: MarketStore, piece: Model) {
  const writer = store.beginImport(target);
  writer.append(barsOf(piece));
  const [imported] = store.commitImport([writer]);
  return imported;
}

describe('merge', () => {
  it('does what a map would do, in chunks that stay well filled', () => {
    fc.assert(
      fc.property(pieces(3), (list) =>
        withStore((store, rowsOfChunks) => {
          const model: Model = new Map();
          for (const each of list) {
            const piece = pieceOf(each);
            const previousHash = store.get(target.key)?.hash ?? null;
            const counts = mergeByModel(model, piece);
            const expected = barsOf(model);
            const hash = seriesHash(expected);
            const imported = importPiece(store, piece);
            expect(imported).toMatchObject({ ...counts, previousHash, summary: { rows: model.size, hash } });
            expect(store.load(target.key).bars).toEqual(expected);

            const chunks = rowsOfChunks();
            expect(Math.max(...chunks)).toBeLessThanOrEqual(CHUNK_ROWS);
            for (const rows of chunks.slice(0, -1)) expect(rows).toBeGreaterThanOrEqual(CHUNK_ROWS / 2);
          }
        }),
      ),
      { numRuns: 25 },
    );
  });

  it('gives the same hash in whatever order and pieces the bars come', () => {
    const shuffled = pieces(1).chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, otherOrder]) => {
        const hashes = [list, otherOrder].map((order) =>
          withStore((store) => {
            for (const each of order) importPiece(store, pieceOf(each));
            return store.get(target.key)?.hash;
          }),
        );
        const whole: Model = new Map(list.flatMap((each) => [...pieceOf(each)]));
        expect(hashes).toEqual([seriesHash(barsOf(whole)), seriesHash(barsOf(whole))]);
      }),
      { numRuns: 15 },
    );
  });
});
