import type { TradedSeries, UsedSeries } from '#shared/domain/manifest.ts';
import { count } from '../figures.ts';
import { type Html, html } from '../html.ts';
import type { ReportInput } from '../report-input.ts';
import { runClock } from '../run-clock.ts';
import { caption, scrollable } from './section.ts';
import { sessionInWords } from './session-in-words.ts';

/** What the run read beside the bars that it traded; null when that was nothing. */
export function otherData({ manifest }: Pick<ReportInput, 'manifest'>): Html | null {
  const clock = runClock(manifest);
  const rows: [use: string, series: UsedSeries][] = [
    ...(manifest.fx ?? []).map((pair): [string, UsedSeries] => ['Rate of exchange', pair]),
    ...manifest.data.flatMap(({ symbol, finer, spread, funding }): [string, UsedSeries][] => [
      ...(finer === undefined ? [] : [[`Inside the bars of ${symbol}`, finer] as [string, UsedSeries]]),
      ...(spread === undefined ? [] : [[`Spread of ${symbol}`, spread] as [string, UsedSeries]]),
      ...(funding === undefined ? [] : [[`Funding of ${symbol}`, funding] as [string, UsedSeries]]),
    ]),
  ];
  const notes = manifest.data.flatMap(aboutSymbol);
  if (rows.length === 0 && notes.length === 0) return null;
  const table = html`<table class="data">
${caption('What the run read beside the bars that it traded')}
<thead><tr><th scope="col">For</th><th scope="col">Symbol</th><th scope="col">Timeframe</th><th scope="col">Source</th><th scope="col" class="number">Bars</th><th scope="col">First</th><th scope="col">Last</th><th scope="col">SHA-256</th></tr></thead>
<tbody>${rows.map(
    ([use, { symbol, timeframe, source, rows, firstTime, lastTime, sha256 }]) =>
      html`<tr><th scope="row">${use}</th><td>${symbol}</td><td>${timeframe}</td><td>${source}</td><td class="number">${count(rows)}</td><td>${clock.label(firstTime)}</td><td>${clock.label(lastTime)}</td><td><code class="hash">${sha256}</code></td></tr>`,
  )}</tbody>
</table>`;
  return html`${rows.length === 0 ? null : scrollable('Other data', table)}${notes.map((note) => html`<p class="note">${note}</p>`)}`;
}

/** Sessions, splits and dividends, and the end of trading. */
function aboutSymbol({ symbol, instrument, actions = [], delisted }: TradedSeries): string[] {
  const splits = actions.filter(({ kind }) => kind === 'split').length;
  const dividends = actions.length - splits;
  const parts = [
    ...(instrument.session === undefined ? [] : [`is traded ${sessionInWords(instrument.session)}`]),
    ...(splits === 0 ? [] : [`was split ${count(splits)} ${splits === 1 ? 'time' : 'times'}`]),
    ...(dividends === 0 ? [] : [`paid ${count(dividends)} ${dividends === 1 ? 'dividend' : 'dividends'}`]),
    ...(delisted === true ? ['is no longer traded after its last bar'] : []),
  ];
  return parts.length === 0 ? [] : [`${symbol} ${parts.join('; ')}.`];
}
