import { semanticsOf } from '#worker/engine/semantics/semantics.ts';
import { commissionCurrency } from '../../account-currency.ts';
import { count, money, quantity } from '../figures.ts';
import { type Html, html, type Piece } from '../html.ts';
import type { ReportInput } from '../report-input.ts';
import { runClock } from '../run-clock.ts';
import { accountInWords } from './account-in-words.ts';
import { costsInWords } from './costs-in-words.ts';
import { otherData } from './other-data.ts';
import { caption, scrollable, section } from './section.ts';
import { SEMANTICS_IN_WORDS } from './semantics-in-words.ts';

/** Everything that the result depends on, and how to check it. */
export function assumptions(input: ReportInput): Html {
  const { manifest } = input;
  const costs = costsInWords(manifest.costs, commissionCurrency(manifest));
  const body = html`
<h3>How orders fill <code>${manifest.semantics}</code></h3>
${facts(SEMANTICS_IN_WORDS[manifest.semantics].map(({ about, rule }) => [about, rule]))}
<p class="note">${ambiguity(input)}</p>
<h3>What the account allows</h3>
${facts(accountInWords(manifest))}
<h3>What trading costs</h3>
${facts([
  ['Commission', costs.commission],
  ['Spread', costs.spread],
  ['Slippage', costs.slippage],
])}
<h3>Data</h3>
${dataTable(input)}
${otherData(input)}
<h3>Strategy and settings</h3>
${facts([
  ['Starting capital', `${money(manifest.cash)} ${input.currency}`],
  ['Parameters', parameters(input)],
  ['Seed of random numbers', String(manifest.seed)],
  ['Strategy', html`${input.strategy.file} <code class="hash">SHA-256 ${manifest.strategy.sha256}</code>`],
  ['Engine version', String(manifest.engine)],
])}
<h3>Verify it</h3>
${facts([
  ['manifestId', html`<code class="hash">${input.manifestId}</code>`],
  ['resultHash', html`<code class="hash">${input.result.resultHash}</code>`],
  ['How', verification(input)],
])}`;
  return section('assumptions', 'Assumptions', body, 'all that the result depends on');
}

function facts(rows: readonly (readonly [string, Piece])[]): Html {
  return html`<dl class="facts">${rows.map(([term, meaning]) => html`<div><dt>${term}</dt><dd>${meaning}</dd></div>`)}</dl>`;
}

function ambiguity({ result, manifest }: ReportInput): string {
  const { ambiguousBars, time } = result;
  if (semanticsOf(manifest.semantics).bothLegs === 'path') {
    return 'These rules decide what came first inside a bar; bars that leave it open are not counted.';
  }
  if (ambiguousBars === 0) return 'In this run no bar left open whether a stop-loss or its take-profit came first.';
  const bars = `${count(ambiguousBars)} of ${count(time.length)} bars`;
  const noun = manifest.data.length === 1 ? 'this run' : 'this run, over all symbols,';
  return `In ${noun} ${bars} left open which of two orders filled first; there the worse case was assumed.`;
}

function dataTable({ manifest }: ReportInput): Html {
  const clock = runClock(manifest);
  const table = html`<table class="data">
${caption('Price data that the run saw; a hash is of exactly these bars')}
<thead><tr><th scope="col">Symbol</th><th scope="col">Timeframe</th><th scope="col">Source</th><th scope="col" class="number">Bars</th><th scope="col">First</th><th scope="col">Last</th><th scope="col">Currency</th><th scope="col" class="number">Lot step</th><th scope="col" class="number">Tick</th><th scope="col" class="number">Multiplier</th><th scope="col">SHA-256</th></tr></thead>
<tbody>${manifest.data.map(
    ({ symbol, timeframe, source, rows, firstTime, lastTime, sha256, instrument }) =>
      html`<tr><th scope="row">${symbol}</th><td>${timeframe}</td><td>${source}</td><td class="number">${count(rows)}</td><td>${clock.label(firstTime)}</td><td>${clock.label(lastTime)}</td><td>${instrument.quoteCurrency}</td><td class="number">${quantity(instrument.lotStep)}</td><td class="number">${instrument.tickSize === 0 ? 'any' : quantity(instrument.tickSize)}</td><td class="number">${quantity(instrument.multiplier)}</td><td><code class="hash">${sha256}</code></td></tr>`,
  )}</tbody>
</table>`;
  return scrollable('Price data', table);
}

function parameters({ manifest }: ReportInput): Piece {
  const entries = Object.entries(manifest.params);
  if (entries.length === 0) return 'The strategy declares none.';
  return entries.map(([name, value]) => html`<code class="param">${name} = ${String(value)}</code> `);
}

function verification({ run }: ReportInput): Piece {
  const meaning =
    'The same manifest gives the same result, in any process and on any machine: the run is made again from its manifest and the hashes are compared.';
  if (run.id === null)
    return `${meaning} This run was not stored; run it again with the same inputs and compare the hashes.`;
  return html`<code>hindcast verify ${run.id}</code> ${meaning}`;
}
