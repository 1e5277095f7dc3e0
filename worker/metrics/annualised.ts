import type { MetricInput } from './metric.ts';

/** How returns and risks are annualised, in words: `√252, daily`. */
export const annualised = ({ periodsPerYear, periodName }: MetricInput): string =>
  `√${Math.round(periodsPerYear * 100) / 100}, ${periodName}`;
