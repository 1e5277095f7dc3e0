import { cssVariables } from '#shared/theme/css-variables.ts';
import { DARK, LIGHT } from '#shared/theme/tokens.ts';

/** Grounds of the monthly table, from pale to strong; text stays readable on the strongest. */
export const HEAT_STEPS = 6;
export const STRONGEST_HEAT = 0.46;

/**
 * The whole style of a report. Sizes are in rem, so they follow the reader's text size; colours are the tokens of
 * the theme that the reader's system prefers, and the light ones on paper.
 */
export function stylesheet(): string {
  return `:root { color-scheme: light dark; ${cssVariables(LIGHT)} }
@media screen and (prefers-color-scheme: dark) { :root { ${cssVariables(DARK)} } }
${LAYOUT}${heat('gain', 'up')}${heat('loss', 'down')}`;
}

function heat(name: string, token: 'up' | 'down'): string {
  return Array.from({ length: HEAT_STEPS }, (_, k) => {
    const share = Math.round((STRONGEST_HEAT * 100 * (k + 1)) / HEAT_STEPS);
    return `.${name}-${k + 1} { background: color-mix(in srgb, var(--${token}) ${share}%, var(--bg-panel)); }\n`;
  }).join('');
}

const LAYOUT = `
* { box-sizing: border-box; }
html { scroll-padding-top: 3.25rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--bg-app); color: var(--text-primary);
  font: 400 0.8125rem/1.25rem "Inter Variable", Inter, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  font-variant-numeric: tabular-nums slashed-zero;
}
code, pre, .source { font-family: "JetBrains Mono Variable", "JetBrains Mono", ui-monospace, "SF Mono", "Cascadia Mono", Consolas, monospace; font-size: 0.92em; }
h1, h2, h3, p, dl, dd, figure, ul, ol { margin: 0; padding: 0; }
a { color: var(--accent); text-underline-offset: 2px; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; border-radius: 3px; }
.up { color: var(--up); }
.down { color: var(--down); }
.dim { color: var(--text-muted); }
.note { color: var(--text-muted); font-size: 0.75rem; line-height: 1.125rem; }
.empty { color: var(--text-secondary); padding: 1.5rem 0; text-align: center; }
.hidden, .skip:not(:focus) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip:focus { position: absolute; left: 1rem; top: 0.5rem; z-index: 3; background: var(--bg-panel); padding: 0.25rem 0.5rem; }

.page { max-width: 82rem; margin: 0 auto; padding: 0 1.5rem; }
.bar { position: sticky; top: 0; z-index: 2; background: var(--bg-app); border-bottom: 1px solid var(--border-subtle); }
.bar .page { display: flex; align-items: center; gap: 1.5rem; min-height: 2.75rem; }
.brand { display: flex; align-items: center; gap: 0.5rem; font-weight: 600; }
.brand svg { width: 1.125rem; height: 1.125rem; stroke: var(--accent); fill: none; stroke-width: 1.75; stroke-linecap: round; }
.bar nav { flex: 1; overflow-x: auto; scrollbar-width: none; }
.bar ul { display: flex; gap: 0.125rem; list-style: none; padding: 0.25rem 0; }
.bar li a { display: block; padding: 0.25rem 0.5rem; border-radius: 4px; color: var(--text-secondary); text-decoration: none; white-space: nowrap; font-size: 0.75rem; }
.bar li a:hover { background: var(--bg-hover); color: var(--text-primary); }

.tag { display: inline-block; border: 1px solid currentColor; border-radius: 3px; padding: 0 0.3125rem; font-size: 0.625rem; line-height: 0.9375rem; font-weight: 600; letter-spacing: 0.06em; text-transform: uppercase; vertical-align: 0.1em; white-space: nowrap; text-decoration: none; }
.tag-sim { color: var(--sim); }
.tag-error { color: var(--error); }
.tag-warn { color: var(--warn); letter-spacing: 0.03em; text-transform: none; font-weight: 500; }

.title { padding: 1.75rem 0 0.25rem; display: grid; gap: 0.375rem; }
.title h1 { font-size: 1.625rem; line-height: 2.125rem; font-weight: 600; letter-spacing: -0.015em; overflow-wrap: anywhere; }
.title .heading { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.75rem; }
.title .tag { font-size: 0.6875rem; line-height: 1.125rem; padding: 0 0.4375rem; }
.title .subject { font-size: 0.9375rem; line-height: 1.375rem; color: var(--text-secondary); }
.title .origin { color: var(--text-muted); font-size: 0.75rem; overflow-wrap: anywhere; }

main { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; padding-bottom: 2rem; }
.panel { background: var(--bg-panel); border: 1px solid var(--border-subtle); border-radius: 6px; padding: 1rem 1.25rem 1.25rem; min-width: 0; }
.panel > header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1rem; margin-bottom: 0.75rem; }
.panel h2 { font-size: 0.9375rem; line-height: 1.375rem; font-weight: 600; }
.panel h3 { font-size: 0.8125rem; line-height: 1.25rem; font-weight: 600; margin: 1.5rem 0 0.375rem; }
.panel header + h3 { margin-top: 0; }
.panel h3 code { color: var(--text-muted); font-weight: 400; margin-left: 0.375rem; }
.side-by-side { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); }
/* Two columns only when the table has enough years to stand beside a chart. */
@media (min-width: 79rem) { .side-by-side:has(.months tbody tr:nth-child(6)) { grid-template-columns: minmax(0, 5fr) minmax(0, 3fr); } }

.figures { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 1px; background: var(--border-subtle); border: 1px solid var(--border-subtle); border-radius: 6px; overflow: hidden; }
.figures > div { background: var(--bg-panel); padding: 0.875rem 1.25rem; display: flex; flex-direction: column; }
.figures dt { color: var(--text-secondary); font-size: 0.75rem; line-height: 1.125rem; }
.figures > div { container-type: inline-size; }
.figures dd { font-size: clamp(1rem, 11cqi, 1.5rem); line-height: 2rem; font-weight: 600; letter-spacing: -0.015em; overflow-wrap: anywhere; }
.figures dd small { display: block; color: var(--text-muted); font-size: 0.6875rem; line-height: 0.9375rem; font-weight: 400; letter-spacing: 0; white-space: normal; }
.figures dd .interval { color: var(--warn); margin-bottom: 0.25rem; }
.arrow { font-size: 0.6em; vertical-align: 0.2em; margin-right: 0.3em; }

.notice { border: 1px solid var(--border-subtle); border-left: 3px solid var(--tone); border-radius: 4px; background: var(--bg-panel); padding: 0.625rem 1rem; color: var(--text-secondary); overflow-wrap: anywhere; }
.notice strong { color: var(--tone); font-weight: 600; }
.notice-sim { --tone: var(--sim); }
.notice-warn { --tone: var(--warn); }
.notice-error { --tone: var(--error); color: var(--text-primary); }
.notice pre { margin: 0.5rem 0 0; padding: 0.375rem 0.625rem; background: var(--bg-raised); border-radius: 3px; overflow-x: auto; }
#notices { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.5rem; }

.findings, .steps { list-style: none; }
.findings li { display: grid; grid-template-columns: 6rem minmax(0, 1fr); gap: 0 1rem; padding: 0.5rem 0; border-top: 1px solid var(--border-subtle); overflow-wrap: anywhere; }
.findings li:first-child { border-top: 0; padding-top: 0; }
.findings li:last-child { padding-bottom: 0; }
.findings strong { display: flex; gap: 0.5rem; color: var(--tone); font-weight: 600; }
.findings svg { width: 1rem; height: 1rem; margin-top: 0.125rem; flex: none; fill: var(--tone); }
.findings .stroke { fill: none; stroke: var(--bg-panel); stroke-width: 1.75; stroke-linecap: round; }
.findings p { max-width: 60rem; }
.findings .serious { --tone: var(--error); }
.findings .warning { --tone: var(--warn); }
.findings .info { --tone: var(--info); }
.steps li { position: relative; padding: 0.1875rem 0 0.1875rem 1.5rem; overflow-wrap: anywhere; }
.steps .dead-end { font-weight: 600; }
.steps .mark { position: absolute; left: 0; color: var(--error); }

.legend { display: flex; flex-wrap: wrap; gap: 0.125rem 1.25rem; color: var(--text-secondary); font-size: 0.75rem; margin-bottom: 0.5rem; }
.legend .scale { margin-left: auto; color: var(--text-muted); }
.swatch { width: 1.375rem; height: 0.5rem; margin-right: 0.4375rem; vertical-align: 0.05em; }
.panes { position: relative; padding: 1.125rem 3.5rem 1.375rem 0; display: grid; gap: 1.25rem; }
.plot { position: relative; border-bottom: 1px solid var(--border-subtle); }
.plot-tall { height: 20rem; }
.plot-medium { height: 14rem; }
.plot-low { height: 7rem; border-bottom: 0; border-top: 1px solid var(--border-control); }
.plot svg { position: absolute; inset: 0; width: 100%; height: 100%; overflow: visible; }
.plot path, .swatch path { vector-effect: non-scaling-stroke; fill: none; stroke-linejoin: round; }
path.grid { stroke: var(--border-subtle); stroke-width: 1; opacity: 0.7; }
path.equity-line { stroke: var(--category-1); stroke-width: 1.75; }
path.equity-area { fill: var(--category-1); opacity: 0.08; }
path.hold-line { stroke: var(--category-5); stroke-width: 1.25; stroke-dasharray: 5 3; }
path.start-line { stroke: var(--border-control); stroke-width: 1; stroke-dasharray: 1 3; }
path.under-line { stroke: var(--down); stroke-width: 1; }
path.under-area { fill: var(--down); opacity: 0.28; }
rect.warm-up, path.warm-up { fill: var(--text-muted); opacity: 0.14; }
.gain-bar { fill: var(--up); opacity: 0.85; }
.loss-bar { fill: var(--down); opacity: 0.85; }
.y-tick, .x-tick { position: absolute; color: var(--text-muted); font-size: 0.6875rem; line-height: 1rem; white-space: nowrap; }
.y-tick { left: calc(100% + 0.5rem); transform: translateY(-50%); }
.x-tick { top: calc(100% + 0.25rem); transform: translateX(-50%); }
.readouts { position: absolute; inset: 0 3.5rem 1.375rem 0; display: flex; }
.readouts > div { flex: 1; }
.readouts p { display: none; position: absolute; top: 0; right: 0; color: var(--text-muted); font-size: 0.6875rem; line-height: 1rem; white-space: nowrap; pointer-events: none; }
.readouts b { color: var(--text-primary); font-weight: 500; margin-right: 0.375rem; }
.readouts > div:hover { background: linear-gradient(var(--border-control), var(--border-control)) center / 1px calc(100% - 1.125rem) no-repeat; background-position-y: bottom; }
.readouts > div:hover p { display: block; }

table { border-collapse: collapse; width: 100%; font-size: 0.75rem; line-height: 1.125rem; }
caption { text-align: left; color: var(--text-muted); padding-bottom: 0.5rem; }
caption span { display: inline-block; position: sticky; left: 0; max-width: min(60rem, calc(100vw - 3.5rem)); }
th, td { padding: 0.1875rem 0.625rem; text-align: left; white-space: nowrap; font-weight: 400; border-bottom: 1px solid var(--border-subtle); }
th:first-child, td:first-child { padding-left: 0; }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--text-muted); font-weight: 500; }
tbody th { color: var(--text-primary); font-weight: 500; }
tbody tr:last-child > * { border-bottom: 0; }
.number { text-align: right; }
.scroll { overflow: auto; margin: 0 -1.25rem; padding: 0 1.25rem; }
.rows { max-height: 40rem; padding: 0; }
.rows table { border-collapse: separate; border-spacing: 0; }
.rows caption { padding: 0 0 0.5rem; }
.rows caption span { padding-left: 1.25rem; }
.rows thead th { position: sticky; top: 0; background: var(--bg-raised); border-block: 1px solid var(--border-subtle); color: var(--text-secondary); }
.rows th:first-child, .rows td:first-child { padding-left: 1.25rem; }
.rows th:last-child, .rows td:last-child { padding-right: 1.25rem; }
.rows tbody tr:hover { background: var(--bg-hover); }
.rows + .note { margin-top: 0.75rem; }
.gap td { text-align: center; color: var(--text-muted); padding: 0.625rem; background: var(--bg-raised); }

.months { border-collapse: separate; border-spacing: 2px; min-width: 44rem; }
.months th, .months td { border: 0; padding: 0.125rem 0.375rem; text-align: right; }
.months td { border-radius: 3px; }
.months tbody th, .months thead th:first-child { text-align: left; padding-left: 0; }
.months tbody th { position: sticky; left: -1.25rem; background: var(--bg-panel); color: var(--text-secondary); }
.months .total { font-weight: 600; padding-left: 0.75rem; }
.months .missing { color: var(--text-muted); }

.pairs { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; font-size: 0.75rem; margin-top: 0.75rem; }
.pairs > div { display: flex; justify-content: space-between; padding: 0.1875rem 0; border-top: 1px solid var(--border-subtle); }
.pairs dt { color: var(--text-secondary); }
.side-by-side .panel { display: flex; flex-direction: column; }
.side-by-side .chart, .side-by-side .panes { flex: 1; display: flex; flex-direction: column; }
.side-by-side .plot { flex: 1 0 auto; }

.halves { display: grid; gap: 1.5rem 3rem; grid-template-columns: minmax(0, 1fr); }
@media (min-width: 60rem) { .halves { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } }
.costs th, .costs td { white-space: normal; }
.costs tfoot td, .costs tfoot th { font-weight: 600; border-bottom: 0; }
.flows { margin-top: 1.5rem; max-width: 40rem; }
.bars { font-size: 0.75rem; line-height: 1.125rem; align-self: center; }
.bars > div { display: grid; grid-template-columns: 6rem minmax(0, 1fr) 6rem; gap: 0.75rem; align-items: center; padding: 0.1875rem 0; }
.bars > div:last-child { font-weight: 600; border-top: 1px solid var(--border-subtle); }
.bars dt { color: var(--text-secondary); }
.bars dd { position: relative; min-height: 1.125rem; }
.bars i { position: absolute; top: 0.1875rem; bottom: 0.1875rem; min-width: 1px; border-radius: 2px; }
.bars .gain { background: var(--up); }
.bars .loss { background: var(--down); }

.groups { columns: 24rem; column-gap: 2.5rem; }
.groups table { break-inside: avoid; margin-bottom: 1.25rem; }
.groups caption { color: var(--text-primary); font-weight: 600; padding-bottom: 0.25rem; }
.groups tbody th { font-weight: 400; color: var(--text-secondary); white-space: normal; }
.groups .value { text-align: right; font-weight: 500; color: var(--text-primary); vertical-align: top; }
.groups small { display: block; color: var(--text-muted); font-size: 0.6875rem; line-height: 0.9375rem; }

.facts + .note { margin-top: 0.5rem; }
.facts > div { display: grid; grid-template-columns: 12rem minmax(0, 1fr); gap: 0 1.25rem; padding: 0.25rem 0; border-bottom: 1px solid var(--border-subtle); }
.facts > div:last-child { border-bottom: 0; }
.facts dt { color: var(--text-muted); }
.facts dd { max-width: 52rem; overflow-wrap: anywhere; }
.facts dd > code:not(.hash) { background: var(--bg-raised); border: 1px solid var(--border-subtle); border-radius: 3px; padding: 0 0.3125rem; }
.hash { color: var(--text-secondary); overflow-wrap: anywhere; }
.data .hash { font-size: 0.6875rem; }

summary { cursor: pointer; color: var(--text-secondary); }
.listing, .log { margin: 0.75rem 0 0; padding: 0.625rem 0; background: var(--bg-raised); border-radius: 4px; }
.source, .log { list-style: none; }
.source { counter-reset: line; font-size: 0.75rem; line-height: 1.1875rem; tab-size: 2; }
.source li { counter-increment: line; white-space: pre; padding: 0 1rem 0 4rem; position: relative; min-height: 1.1875rem; width: max-content; min-width: 100%; }
.source li::before { content: counter(line); position: absolute; left: 0; width: 3rem; text-align: right; color: var(--text-muted); }
.source .failed { background: color-mix(in srgb, var(--error) 16%, transparent); }
.source .failed strong { color: var(--error); font-weight: 600; }
.log li { padding: 0 1rem; white-space: pre-wrap; overflow-wrap: anywhere; font-size: 0.75rem; }
.end { color: var(--text-muted); font-size: 0.75rem; padding: 0 0 2.5rem; }

@media (max-width: 60rem) {
  .figures { grid-template-columns: repeat(2, minmax(0, 1fr)); }
}
@media (max-width: 40rem) {
  .page { padding: 0 0.75rem; }
  .bar .page { gap: 0.75rem; }
  .brand span { display: none; }
  .panel { padding: 0.75rem 0.875rem 1rem; }
  .scroll:not(.listing) { margin: 0 -0.875rem; }
  .scroll:not(.listing, .rows) { padding: 0 0.875rem; }
  .figures > div { padding: 0.625rem 0.875rem; }
  .figures dd { line-height: 1.75rem; }
  .plot-tall { height: 14rem; }
  .plot-low { height: 5rem; }
  .panes { padding-right: 2.75rem; }
  .readouts { right: 2.75rem; }
  .x-tick.spare { display: none; }
  .legend .scale { margin-left: 0; }
  .facts > div, .findings li { grid-template-columns: minmax(0, 1fr); }
}
@media print {
  @page { margin: 14mm; }
  html { font-size: 75%; }
  body { background: none; }
  .page { max-width: none; padding: 0; }
  .bar { position: static; background: none; }
  .figures { grid-template-columns: repeat(4, minmax(0, 1fr)); }
  .trades th, .trades td { padding-inline: 0.375rem; }
  .data td:last-child { white-space: normal; min-width: 14rem; }
  .bar nav, .skip, .readouts { display: none; }
  .bar .tag { margin-left: auto; }
  .panel, .figures { break-inside: auto; border-color: var(--border-subtle); }
  .chart, .figures, .notice, tr, .facts > div, .findings li { break-inside: avoid; }
  .panel > header, h3 { break-after: avoid; }
  .rows { max-height: none; overflow: visible; }
  .rows thead th { position: static; }
  .scroll { overflow: visible; }
  td, .figures > div, .plot, .bars i, .findings svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
@media (forced-colors: active) {
  .plot path, .swatch path { stroke: CanvasText; }
  path.equity-area, path.under-area { fill: none; }
  .findings svg { fill: CanvasText; }
  .findings .stroke { stroke: Canvas; }
}
`;
