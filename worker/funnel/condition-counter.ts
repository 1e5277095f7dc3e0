import type { BarIndex } from '#shared/domain/units.ts';
import type { CountCondition } from '../sandbox/compile-counting.ts';

/** On how many bars each condition was looked at, and on how many it was true. */
export class ConditionCounter {
  readonly evaluated: Int32Array;
  readonly seen: Int32Array;
  /** What the conditions of a counting strategy call; it can't be made to throw. */
  readonly count: CountCondition;

  /**
   * @param conditions how many there are
   * @param currentBar the bar that the run has reached; below 0 nothing is counted, because no bar has begun
   */
  constructor(conditions: number, currentBar: () => BarIndex) {
    this.evaluated = new Int32Array(conditions);
    this.seen = new Int32Array(conditions);
    const lastEvaluated = new Int32Array(conditions).fill(-1);
    const lastSeen = new Int32Array(conditions).fill(-1);
    this.count = (condition, value) => {
      const bar = currentBar();
      countOnce(this.evaluated, lastEvaluated, condition, bar);
      if (value) countOnce(this.seen, lastSeen, condition, bar);
      return value;
    };
  }
}

function countOnce(counts: Int32Array, lastBars: Int32Array, condition: number, bar: BarIndex): void {
  if (bar === lastBars[condition] || bar < 0) return;
  lastBars[condition] = bar;
  counts[condition] = (counts[condition] as number) + 1;
}
