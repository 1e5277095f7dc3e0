import { CASH_FLOW_KINDS, type CashFlowColumns, type CashFlowKind } from '#shared/domain/run-result.ts';
import type { Money } from '#shared/domain/units.ts';
import { costBreakdown } from '#worker/metrics/cost-breakdown.ts';
import { count, money, percent, signedMoney } from '../figures.ts';
import { type Html, html } from '../html.ts';
import type { ReportInput } from '../report-input.ts';
import { caption, section } from './section.ts';

const FLOWS: Record<CashFlowKind, string> = {
  dividend: 'Dividends',
  'borrow-fee': 'Fees for borrowed units',
  funding: 'Funding',
  interest: 'Interest',
  'debt-relief': 'Debt forgiven',
};

/** What trading cost, by kind, and how much of the profit it ate. */
export function costTable({ result, manifest, currency }: ReportInput): Html {
  const multipliers = result.symbols.map(
    (symbol) => manifest.data.find((series) => series.symbol === symbol)?.instrument.multiplier ?? 1,
  );
  const profit = (result.equity.findLast(Number.isFinite) ?? manifest.cash) - manifest.cash;
  const costs = costBreakdown(result.fills, multipliers, profit);
  const kinds = [
    { name: 'Commission', paid: costs.commission },
    { name: 'Spread', paid: costs.spread },
    { name: 'Slippage', paid: costs.slippage },
  ];
  const total = costs.commission + costs.spread + costs.slippage;
  const gross = profit + total;
  const shareOfCosts = (paid: Money) => percent(total > 0 ? paid / total : Number.NaN, 1);
  const shareOfGross = (paid: Money) => percent(gross > 0 ? paid / gross : Number.NaN, 1);
  const table = html`<table class="costs">
${caption('Paid on all fills; the gross profit is the net profit with the costs added back')}
<thead><tr><th scope="col">Cost</th><th scope="col" class="number">${currency}</th><th scope="col" class="number">Share of costs</th><th scope="col" class="number">Share of gross profit</th></tr></thead>
<tbody>${kinds.map(
    ({ name, paid }) =>
      html`<tr><th scope="row">${name}</th><td class="number">${money(paid)}</td><td class="number">${shareOfCosts(paid)}</td><td class="number">${shareOfGross(paid)}</td></tr>`,
  )}</tbody>
<tfoot><tr><th scope="row">Total</th><td class="number">${money(total)}</td><td class="number">${shareOfCosts(total)}</td><td class="number">${percent(costs.shareOfGrossProfit, 1)}</td></tr></tfoot>
</table>`;
  const bars = fromGrossToNet(gross, kinds, profit);
  const note = gross > 0 || total === 0 ? null : 'there was no gross profit for the costs to be a share of';
  const body = html`<div class="halves">${table}${bars}</div>${flowTable(result.cashFlows, currency)}`;
  return section('costs', 'Costs', body, note);
}

/** Money that moved without a fill, by kind; nothing when none did. */
function flowTable({ kind, amount }: CashFlowColumns, currency: string): Html | null {
  if (kind.length === 0) return null;
  const flows = CASH_FLOW_KINDS.map((name, code) => {
    const amounts = amount.filter((_, row) => kind[row] === code);
    return { name: FLOWS[name], times: amounts.length, sum: amounts.reduce((sum, one) => sum + one, 0) };
  }).filter(({ times }) => times > 0);
  const rows = flows.map(
    ({ name, times, sum }) =>
      html`<tr><th scope="row">${name}</th><td class="number">${count(times)}</td><td class="number">${signedMoney(sum)}</td></tr>`,
  );
  const total = flows.reduce((all, { sum }) => all + sum, 0);
  return html`<table class="costs flows">
${caption('Money that moved without a trade, received less paid; it is part of the profit, gross and net')}
<thead><tr><th scope="col">Flow</th><th scope="col" class="number">Times</th><th scope="col" class="number">${currency}</th></tr></thead>
<tbody>${rows}</tbody>
<tfoot><tr><th scope="row">Total</th><td class="number">${count(kind.length)}</td><td class="number">${signedMoney(total)}</td></tr></tfoot>
</table>`;
}

/** The way from gross to net profit as bars from a common zero line, each starting where the one before ended. */
function fromGrossToNet(gross: Money, kinds: readonly { name: string; paid: Money }[], net: Money): Html {
  let level = gross;
  const steps = kinds.map(({ name, paid }) => {
    const from = level;
    level -= paid;
    return { name, change: -paid, from, to: level, tone: 'loss' };
  });
  const sign = (amount: Money) => (amount < 0 ? 'loss' : 'gain');
  const rows = [
    { name: 'Gross profit', change: gross, from: 0, to: gross, tone: sign(gross) },
    ...steps,
    { name: 'Net profit', change: net, from: 0, to: net, tone: sign(net) },
  ];
  const low = Math.min(0, gross, net);
  const span = Math.max(0, gross, net) - low || 1;
  const position = (amount: Money) => (((amount - low) / span) * 100).toFixed(2);
  const width = (from: Money, to: Money) => ((Math.abs(to - from) / span) * 100).toFixed(2);
  return html`<dl class="bars">${rows.map(
    ({ name, change, from, to, tone }) =>
      html`<div><dt>${name}</dt><dd>${from === to ? null : html`<i class="${tone}" style="left:${position(Math.min(from, to))}%;width:${width(from, to)}%"></i>`}</dd><dd class="number">${signedMoney(change)}</dd></div>`,
  )}</dl>`;
}
