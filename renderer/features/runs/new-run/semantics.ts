import { SEMANTICS, type SemanticsId } from '#shared/domain/manifest.ts';

const LABELS: Record<SemanticsId, { label: string; detail: string }> = {
  'hindcast-1': { label: 'Hindcast', detail: 'realistic, pessimistic where unclear' },
  'backtesting.py': { label: 'backtesting.py', detail: 'as the Python library fills' },
  tradingview: { label: 'TradingView', detail: 'as its broker emulator fills' },
  vectorbt: { label: 'vectorbt', detail: 'as Portfolio.from_signals fills' },
};

/** The fill rules that can be chosen. */
export const SEMANTICS_OPTIONS = SEMANTICS.map((value) => ({ value, ...LABELS[value] }));

/** `TradingView fills` */
export function semanticsLabel(semantics: SemanticsId): string {
  return `${LABELS[semantics].label} fills`;
}
