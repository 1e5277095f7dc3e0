import { useEffect, useState } from 'react';
import { type ChartView, createChartView } from '../../../charts/viewport/chart-view.ts';
import { lastRows } from '../../../charts/viewport/row-range.ts';

/** Bars that are in view at first: as many as can be told apart. */
const FIRST_BARS = 220;

/**
 * What the charts of a run show. Runs over as many bars share it: running again with other parameters, and going from
 * one such run to another, leaves the reader where they were.
 */
export function useRunView(bars: number): ChartView {
  const [view, setView] = useState(() => viewOf(bars));
  const isFitting = view.rows() === bars;
  useEffect(() => {
    if (!isFitting) setView(viewOf(bars));
  }, [isFitting, bars]);
  return view;
}

function viewOf(bars: number): ChartView {
  return createChartView(bars, lastRows(bars, Math.min(bars, FIRST_BARS)));
}
