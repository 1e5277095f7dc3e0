/**
 * Memory for columns of numbers, used again from task to task: the first touch of new memory costs more than most of
 * what is computed in it. A thread works on one task at a time; what a task took is free once the next one begins,
 * for by then its reply has been copied out.
 */
class ColumnMemory {
  /** Columns that nobody uses, by length. */
  readonly #free = new Map<number, Float64Array[]>();
  readonly #taken = new Set<Float64Array>();

  /** A column whose numbers are left over from earlier work: for those who write every row. */
  take(length: number): Float64Array {
    const column = this.#free.get(length)?.pop() ?? new Float64Array(length);
    this.#taken.add(column);
    return column;
  }

  /** A column of zeros. */
  takeZeros(length: number): Float64Array {
    return this.take(length).fill(0);
  }

  /** Keeps a column from being used again, until it is given back. */
  keep(column: Float64Array): void {
    this.#taken.delete(column);
  }

  /** Gives back a column that was kept: the current task may still read it. */
  giveBack(column: Float64Array): void {
    this.#taken.add(column);
  }

  /** Begins a new task: what the last one took is free. What lay idle through a whole task is let go. */
  recycle(): void {
    this.#free.clear();
    for (const column of this.#taken) {
      const ofLength = this.#free.get(column.length);
      if (ofLength === undefined) this.#free.set(column.length, [column]);
      else ofLength.push(column);
    }
    this.#taken.clear();
  }
}

/** The memory of this thread. */
export const columnMemory = new ColumnMemory();
