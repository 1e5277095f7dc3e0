import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import { readSp500 } from '../sp500.ts';
import { RUNS } from './runs.ts';
it('try', () => {
  const bars = readSp500();
  for (const [name, run] of Object.entries(RUNS)) {
    const g = JSON.parse(readFileSync(`/work/shared/golden/vectorbt/SP500-${name}.json`, 'utf8'));
    let r; try { r = run(bars); } catch (e) { console.log(name, 'THREW', (e as Error).stack); continue; }
    let i = 0;
    const t = r.trades;
    const rows = [...t.qty].map((q, k) => ({ size: q, entryBar: t.entryBar[k], exitBar: t.exitBar[k], entryPrice: t.entryPrice[k], exitPrice: t.exitPrice[k], pnl: t.pnl[k], ret: t.returnFraction[k] }));
    let msg = '';
    for (; i < Math.max(rows.length, g.trades.length); i++) {
      const a: any = rows[i], b = g.trades[i];
      if (!a || !b) { msg = `trade ${i}: ours ${JSON.stringify(a)} theirs ${JSON.stringify(b)}`; break; }
      const bad = Object.keys(a).filter((k) => !(Math.abs(a[k] - b[k]) <= 1e-9 * Math.abs(b[k])));
      if (bad.length) { msg = `trade ${i}: ${bad}\n  ours ${JSON.stringify(a)}\n  theirs ${JSON.stringify(b)}`; break; }
    }
    let worst = 0, first = -1;
    g.equity.forEach((v: number, k: number) => { const d = Math.abs(r.equity[k]! / v - 1); if (d > worst) worst = d; if (d > 1e-9 && first < 0) first = k; });
    console.log(name, rows.length, g.trades.length, msg || 'TRADES OK', 'equity worst', worst, 'first bad bar', first, first >= 0 ? [r.equity[first], g.equity[first]] : '');
  }
});
