import { count } from '../figures.ts';
import { type Html, html } from '../html.ts';
import type { ReportInput } from '../report-input.ts';
import { runClock } from '../run-clock.ts';
import { section } from './section.ts';

const MOST_LINES = 200;

/** What the strategy wrote with `log`, closed until asked for; nothing when it wrote nothing. */
export function runLog({ result, manifest }: ReportInput): Html | null {
  const { log, time } = result;
  if (log.length === 0) return null;
  const clock = runClock(manifest);
  const lines = log
    .slice(0, MOST_LINES)
    .map(({ bar, text }) => html`<li><span class="dim">${clock.label(time[bar] ?? 0)}</span> ${text}</li>`);
  const shown =
    log.length > MOST_LINES ? `the first ${MOST_LINES} of ${count(log.length)} lines` : `${count(log.length)} lines`;
  return section(
    'log',
    'Log',
    html`<details><summary>Written by the strategy: ${shown}</summary><ul class="log">${lines}</ul></details>`,
  );
}
