import { setImmediate as breathe } from 'node:timers/promises';
import type { Objective, SearchMethodName } from '#shared/contract/sweeps.ts';
import type { Place, Search } from '#worker/research/search/search.ts';
import type { JournalChunk } from './sweep-results.ts';

/** Some runs of a search that follow each other. */
export interface NextRuns {
  /** Number of the first in the search. */
  first: number;
  places: readonly Place[];
}

interface Way {
  /** Places that are proposed at once. Were it other on other machines, so would be what is found. */
  batch: number;
  /** What comes of a batch decides about the next one. */
  learns: boolean;
}

const WAYS: Readonly<Record<SearchMethodName, Way>> = {
  grid: { batch: 1_024, learns: false },
  random: { batch: 1_024, learns: false },
  'latin-hypercube': { batch: 1_024, learns: false },
  tpe: { batch: 24, learns: true },
  genetic: { batch: 60, learns: true },
};

export interface SweepTrialsTerms {
  search: Search;
  method: SearchMethodName;
  budget: number;
  objectives: readonly Objective[];
  /** Lanes among which a batch is divided. */
  lanes: number;
}

/**
 * The runs of a sweep in the order of its search, in pieces. Runs that were made before are proposed again, so that the
 * search is where it was, and left out.
 */
export class SweepTrials {
  readonly #terms: SweepTrialsTerms;
  readonly #way: Way;
  readonly #isDone: Uint8Array;
  /** For each run its scores, the more the better. */
  readonly #scores: Float64Array;
  readonly #pieces: AsyncGenerator<NextRuns, void, void>;
  #most = 1;
  #isStopped = false;
  #wake = () => {};

  constructor(terms: SweepTrialsTerms) {
    this.#terms = terms;
    this.#way = WAYS[terms.method];
    this.#isDone = new Uint8Array(terms.budget);
    this.#scores = new Float64Array(this.#way.learns ? terms.budget * terms.objectives.length : 0);
    this.#pieces = this.#inPieces();
  }

  /** Says what came of runs. @param metrics those of the objectives, in their order */
  tell({ first, runs, metrics }: JournalChunk): void {
    const { objectives } = this.#terms;
    this.#isDone.fill(1, first, first + runs);
    if (!this.#way.learns) return;
    objectives.forEach(({ goal }, objective) => {
      const sign = goal === 'maximum' ? 1 : -1;
      for (let run = 0; run < runs; run++) {
        this.#scores[(first + run) * objectives.length + objective] = sign * (metrics[objective]?.[run] ?? Number.NaN);
      }
    });
    this.#wake();
  }

  /**
   * The next runs to make; waits for others where the search learns from them. Null when there are no more.
   * @param most at most so many
   */
  async next(most: number): Promise<NextRuns | null> {
    this.#most = most;
    return (await this.#pieces.next()).value ?? null;
  }

  /** Whoever waits for runs gets none. */
  stop(): void {
    this.#isStopped = true;
    this.#wake();
  }

  async *#inPieces(): AsyncGenerator<NextRuns, void, void> {
    const { search } = this.#terms;
    for (let first = 0; !this.#isStopped; ) {
      const places = search.propose(this.#way.batch);
      if (places.length === 0) return;
      yield* this.#cut(first, places);
      if (this.#way.learns) {
        await this.#allDone(first, places.length);
        if (this.#isStopped) return;
        search.tell(places.map((place, run) => ({ place, scores: this.#scoresOf(first + run) })));
      }
      first += places.length;
      // A long sweep that goes on proposes many batches that are made.
      await breathe();
    }
  }

  /** The runs of a batch that aren't made yet. */
  *#cut(first: number, places: readonly Place[]): Generator<NextRuns, void, void> {
    for (let start = 0; start < places.length; ) {
      if (this.#isDone[first + start] === 1) {
        start++;
        continue;
      }
      const made = this.#isDone.indexOf(1, first + start);
      const open = made < 0 ? places.length : made - first;
      const end = Math.min(
        places.length,
        open,
        start + Math.min(this.#most, this.#share(first + start, places.length)),
      );
      yield { first: first + start, places: places.slice(start, end) };
      start = end;
    }
  }

  /** The most runs for one lane, so that in the end none waits long for the others. */
  #share(run: number, batch: number): number {
    const { lanes, budget } = this.#terms;
    return Math.max(1, Math.ceil(this.#way.learns ? batch / lanes : (budget - run) / (2 * lanes)));
  }

  async #allDone(first: number, runs: number): Promise<void> {
    const isOpen = () => this.#isDone.subarray(first, first + runs).includes(0);
    while (!this.#isStopped && isOpen()) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  #scoresOf(run: number): number[] {
    const { length } = this.#terms.objectives;
    return [...this.#scores.subarray(run * length, (run + 1) * length)];
  }
}
