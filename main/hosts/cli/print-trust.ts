import { CHECK_IDS, type CheckFinding, type CheckSeverity } from '#shared/domain/checks.ts';
import type { Funnel } from '#shared/domain/funnel.ts';
import type { RunResult } from '#shared/domain/run-result.ts';
import { funnelSteps } from '#worker/funnel/funnel-steps.ts';
import type { Terminal } from './terminal.ts';

const MARKS: Record<CheckSeverity, { shape: string; style: 'red' | 'yellow' | 'cyan' }> = {
  serious: { shape: '✕', style: 'red' },
  warning: { shape: '▲', style: 'yellow' },
  info: { shape: '●', style: 'cyan' },
};
const WIDEST = Math.max(...Object.keys(MARKS).map((severity) => severity.length));
const INDENT = ' '.repeat(2 + 2 + WIDEST + 2);

/** Whether a result can be trusted: what the checks found, or how far a strategy got that never traded. */
export function printTrust(terminal: Terminal, { checks, funnel, trades }: RunResult): void {
  if (funnel !== null) printFunnel(terminal, funnel);
  if (checks.length > 0) printFindings(terminal, checks);
  else if (trades.symbol.length > 0) {
    terminal.print(`Can this be trusted? None of ${CHECK_IDS.length} automatic checks found a reason for doubt.`);
    terminal.print();
  }
}

function printFindings(terminal: Terminal, checks: readonly CheckFinding[]): void {
  terminal.print(terminal.styled('bold', 'Can this be trusted?'));
  for (const { severity, message, suggestion } of checks) {
    const { shape, style } = MARKS[severity];
    terminal.print(`  ${terminal.styled(style, `${shape} ${severity.padEnd(WIDEST)}`)}  ${message}`);
    terminal.print(`${INDENT}${terminal.styled('dim', suggestion)}`);
  }
  terminal.print();
}

function printFunnel(terminal: Terminal, funnel: Funnel): void {
  terminal.print(terminal.styled('bold', 'No trades. How far the strategy got:'));
  for (const { sentence, depth, isDeadEnd } of funnelSteps(funnel)) {
    const mark = isDeadEnd ? terminal.styled('red', '✕') : ' ';
    // Conditions are shown as they stand in the source, and control characters act on terminals.
    terminal.print(`  ${mark} ${'  '.repeat(depth)}${sentence.replace(/\p{Cc}/gu, '\uFFFD')}`);
  }
  terminal.print();
}
