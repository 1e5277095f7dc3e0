import { Piscina } from 'piscina';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Proofs } from '#shared/domain/proof.ts';
import { instrument } from '../../tests/support/bars.ts';
import { runTask, waves } from '../../tests/support/run-task.ts';
import { strategySource } from '../../tests/support/strategy-source.ts';
import type { ProofTask, TaskReply } from '../task.ts';

let thread: Piscina;
beforeAll(() => {
  thread = new Piscina({ filename: new URL('../index.ts', import.meta.url).href, maxThreads: 1 });
});
afterAll(() => thread.destroy());

async function performProof(proof: ProofTask): Promise<Proofs> {
  const reply: TaskReply<Proofs> = await thread.run(proof);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
}

const BARS = 200;
const task = (members: string, parts: Partial<ProofTask> = {}): ProofTask => ({
  ...runTask(strategySource(members)),
  series: [{ instrument: instrument(), bars: waves(BARS), closeOnly: false }],
  kind: 'proof',
  ...parts,
});
const prove = (members: string, parts: Partial<ProofTask> = {}) => performProof(task(members, parts));

const CLEAN = `setup({ data }) { return { fast: ta.sma(data.close, 3) }; },
onBar({ bar, order, position }, { fast }) {
  if (bar.close > fast.now && !position.isOpen) order.buy();
  else if (bar.close < fast.now) position.close();
}`;
/** `closes` are those of all bars. */
const KNOWING = (onBar: string) => `setup({ data }) {
  return { closes: Array.from({ length: data.close.length }, (_, i) => data.close.at(i)) };
},
onBar({ bar, order, position, log }, { closes }) { ${onBar} }`;

describe('look-ahead', () => {
  it('isn’t found in a strategy that has none, and the same is shown again', async () => {
    const proofs = await prove(CLEAN);
    expect(proofs.lookAhead).toEqual({ verdict: 'clean', cuts: 24 });
    expect(await prove(CLEAN)).toEqual(proofs);
  });

  it('of one bar is found in an order, with its bar and the cut right behind it', async () => {
    const { lookAhead } = await prove(
      KNOWING('if (closes[bar.index + 1] > bar.close) order.buy(); else position.close();'),
    );
    if (lookAhead.verdict !== 'found') throw new Error('not found');
    expect(lookAhead).toMatchObject({ what: 'order', line: null });
    expect(lookAhead.deed).toMatch(/^(buy|sell) market /);
    expect(lookAhead.cut).toBe(lookAhead.bar + 1);
    expect(lookAhead.cutTime - lookAhead.time).toBe(86_400_000);
  });

  it('is found in sizes, when only the next close decides them', async () => {
    const { lookAhead } = await prove(
      KNOWING(
        'if (bar.index % 4 === 0) order.buy({ size: closes[bar.index + 1] > 100 ? 2 : 1 }); else position.close();',
      ),
    );
    expect(lookAhead).toMatchObject({ verdict: 'found', what: 'order' });
  });

  it('is found in limits that wait', async () => {
    const { lookAhead } = await prove(
      KNOWING(
        'if (bar.index % 4 === 0) order.buy({ limit: (closes[bar.index + 1] ?? 100) - 1 }); else position.close();',
      ),
    );
    expect(lookAhead).toMatchObject({ verdict: 'found', what: 'order' });
  });

  it('is found in tags and in the log', async () => {
    const tagged = KNOWING(
      'if (bar.index % 4 === 0) order.buy({ tag: String(closes.length) }); else position.close();',
    );
    expect((await prove(tagged)).lookAhead).toMatchObject({
      verdict: 'found',
      what: 'order',
      future: 'left-out',
      bar: 0,
    });
    const logged = KNOWING('order.buy(); if (bar.index === 9) log("top", Math.max(...closes));');
    expect((await prove(logged)).lookAhead).toMatchObject({ verdict: 'found', what: 'log', bar: 9 });
  });

  it('is found in a strategy that only fails when the future is another', async () => {
    const { lookAhead } = await prove(KNOWING('order.buy(); if (closes.length < 200) throw new Error("few");'));
    expect(lookAhead).toMatchObject({ verdict: 'found', what: 'failure', isOwn: false });
  });

  it('isn’t what a strategy does at the end, nor orders that are changed while they wait', async () => {
    const ends = `${CLEAN}, onEnd({ log, bar }) { log('over at', bar.close); }`;
    expect((await prove(ends)).lookAhead.verdict).toBe('clean');
    const changing = `state() { return { ticket: null }; },
onBar({ bar, order, state }) {
  if (state.ticket?.isPending) state.ticket.modify({ limit: bar.low * 0.97 });
  else state.ticket = order.buy({ size: 1, limit: bar.low * 0.97 });
}`;
    expect((await prove(changing)).lookAhead.verdict).toBe('clean');
  });

  it.each(['backtesting.py', 'tradingview', 'vectorbt'] as const)('has no false alarm under %s', async (semantics) => {
    expect((await prove(CLEAN, { semantics })).lookAhead.verdict).toBe('clean');
  });
});

describe('warm-up', () => {
  it('is long enough where later starts give the same orders', async () => {
    expect((await prove(CLEAN)).warmUp).toEqual({ verdict: 'clean', starts: 4 });
  });

  it('is found too short where orders hang on the number of bars before', async () => {
    const { warmUp } = await prove('onBar({ bar, order }) { if (bar.index % 7 === 0) order.buy(); }');
    expect(warmUp).toMatchObject({ verdict: 'found', what: 'order', bar: 101, dropped: 10, isOwn: false });
    expect(warmUp).toMatchObject({ deed: expect.stringMatching(/^buy market /) });
  });
});

describe('nothing is shown', () => {
  it.each([
    ['too-few-bars', CLEAN, 19],
    ['no-orders', 'onBar() {}', BARS],
    ['failed', 'onBar({ bar }) { if (bar.index === 50) throw new Error("no"); }', BARS],
  ])('%s', async (reason, members, rows) => {
    const series = [{ instrument: instrument(), bars: waves(rows), closeOnly: false }];
    const undecided = { verdict: 'undecided', reason };
    expect(await prove(members, { series })).toEqual({ lookAhead: undecided, warmUp: undecided });
  });
});

it('counts its repetitions', async () => {
  const counted = task(CLEAN);
  const progress = new Int32Array(counted.progress).fill(0);
  await performProof(counted);
  expect(progress[0]).toBe(1 + 24 * 3 + 4);
});
