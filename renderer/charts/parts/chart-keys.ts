import type { ChartView } from '../viewport/chart-view.ts';
import { spanOf } from '../viewport/row-range.ts';

/** What keys do on a chart besides moving its view. */
export interface ChartKeyActions {
  readonly onTable: () => void;
  /** To the previous (−1) or next (1) trade. */
  readonly onStepTrade?: ((step: -1 | 1) => void) | undefined;
  /** Asks for a date to go to. */
  readonly onAskDate?: (() => void) | undefined;
}

export interface ChartKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

const CLOSER = 0.8;
const PAN = 0.1;

/** Does what a key means on a chart; false when it means nothing there. */
export function pressChartKey(pressed: ChartKey, view: ChartView, actions: ChartKeyActions): boolean {
  const { onTable, onStepTrade, onAskDate } = actions;
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return false;
  const span = spanOf(view.range());
  switch (pressed.key) {
    case '+':
    case '=':
      view.zoom(CLOSER);
      return true;
    case '-':
    case '−':
      view.zoom(1 / CLOSER);
      return true;
    case '0':
      view.reset();
      return true;
    case 'ArrowLeft':
      view.pan(-span * PAN);
      return true;
    case 'ArrowRight':
      view.pan(span * PAN);
      return true;
    case 'Home':
      view.pan(-view.rows());
      return true;
    case 'End':
      view.pan(view.rows());
      return true;
    case 't':
    case 'T':
      onTable();
      return true;
    case 'g':
    case 'G':
      if (onAskDate === undefined) return false;
      onAskDate();
      return true;
    case '[':
    case ']':
      if (onStepTrade === undefined) return false;
      onStepTrade(pressed.key === '[' ? -1 : 1);
      return true;
    default:
      return false;
  }
}
