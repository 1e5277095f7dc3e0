import { expect, test } from 'vitest';
import { WorkerPool } from '#main/runs/worker-pool.ts';
import { runTask } from '../support/run-task.ts';

/** Everything that a strategy could hide a memory of earlier runs in. */
const REMEMBERING = `import { strategy } from 'hindcast';
let runs = 0;
const seen = new WeakMap();
const pattern = /a/g;
class Counter { static calls = 0; }
const tagged = (strings) => strings;
function count() {
  const key = tagged\`once\`;
  const before = seen.get(key) ?? 0;
  seen.set(key, before + 1);
  pattern.test('aa');
  Counter.calls++;
  runs++;
  return before + pattern.lastIndex + Counter.calls + runs;
}
export default strategy({
  name: 'remembers',
  onBar({ bar, order, position, log }) {
    log(count());
    if (bar.index % 5 === 0) position.isOpen ? position.close() : order.buy({ size: 1 + (runs % 7) });
  },
});`;

test('no run of a strategy in one thread sees what an earlier one left behind', async () => {
  const pool = new WorkerPool({ threads: 1 });
  const runs = [];
  for (let i = 0; i < 3; i++) runs.push(await pool.perform(runTask(REMEMBERING)));
  await pool.close();
  const [first, ...others] = runs;
  expect(first?.fills.bar.length).toBeGreaterThan(5);
  for (const other of others) {
    expect(other.log).toEqual(first?.log);
    expect(other.resultHash).toBe(first?.resultHash);
  }
});
