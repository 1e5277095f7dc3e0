import type { Command } from '../../app/commands/command.ts';

/** What can be done with runs: everything but how. Exports go by their format, tables by their tab. */
export const RUN_COMMANDS = {
  new: {
    id: 'run.new',
    title: 'New run…',
    group: 'Run',
    keywords: ['backtest', 'start'],
    defaultKey: '$mod+Shift+Enter',
  },
  start: { id: 'run.start', title: 'Re-run', group: 'Run', keywords: ['again', 'backtest'], defaultKey: 'F5' },
  stop: { id: 'run.stop', title: 'Stop the re-run', group: 'Run', keywords: ['cancel'], defaultKey: 'Shift+F5' },
  verify: { id: 'run.verify', title: 'Verify: run it again and compare to the last bit', group: 'Run' },
  compare: {
    id: 'run.compare',
    title: 'Compare runs',
    group: 'Run',
    keywords: ['diff', 'overlay'],
    defaultKey: '$mod+Shift+c',
  },
  optimise: {
    id: 'run.optimise',
    title: 'Optimise the parameters of this run…',
    group: 'Run',
    keywords: ['sweep', 'grid', 'search', 'heat map'],
  },
  html: {
    id: 'run.export.html',
    title: 'Export the report as HTML',
    group: 'File',
    keywords: ['export', 'save', 'download'],
  },
  csv: {
    id: 'run.export.csv',
    title: 'Export the trades as CSV',
    group: 'File',
    keywords: ['export', 'save', 'download'],
  },
  json: {
    id: 'run.export.json',
    title: 'Export everything as JSON',
    group: 'File',
    keywords: ['export', 'save', 'download'],
  },
  nextTrade: { id: 'trade.next', title: 'Next trade', group: 'Go', defaultKey: ']' },
  goToDate: { id: 'chart.go-to-date', title: 'Go to date…', group: 'Go', keywords: ['jump', 'chart'], defaultKey: 'g' },
  previousTrade: { id: 'trade.previous', title: 'Previous trade', group: 'Go', defaultKey: '[' },
  prices: { id: 'run.panel.prices', title: 'Show prices', group: 'View', keywords: ['chart', 'panel'] },
  equity: { id: 'run.panel.equity', title: 'Show equity', group: 'View', keywords: ['drawdown', 'chart', 'panel'] },
  trades: { id: 'run.tab.trades', title: 'Show trades', group: 'View', defaultKey: 'Alt+Digit1' },
  orders: { id: 'run.tab.orders', title: 'Show orders', group: 'View', defaultKey: 'Alt+Digit2' },
  periods: { id: 'run.tab.periods', title: 'Show periods', group: 'View', defaultKey: 'Alt+Digit3' },
  log: { id: 'run.tab.log', title: 'Show log', group: 'View', defaultKey: 'Alt+Digit4' },
  problems: { id: 'run.tab.problems', title: 'Show problems', group: 'View', defaultKey: 'Alt+Digit5' },
  values: { id: 'run.tab.values', title: 'Show values at bar', group: 'View', defaultKey: 'Alt+Digit6' },
} as const satisfies Record<string, Omit<Command, 'run'>>;
