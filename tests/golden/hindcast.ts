import type { ParamDeclarations } from '#shared/strategy-api/params.ts';
import type { StrategyDefinition } from '#shared/strategy-api/strategy.ts';
import type { TechnicalAnalysis } from '#shared/strategy-api/ta.ts';
import { bindIndicators } from '#worker/strategy/ta.ts';

/** What strategies import from `hindcast`, for strategies that decide bar by bar and run outside of the sandbox. */
export function strategy<S, T = Record<string, unknown>>(
  definition: StrategyDefinition<ParamDeclarations, S, T>,
): StrategyDefinition<ParamDeclarations, S, T> {
  return definition;
}

export const ta = bindIndicators() as unknown as TechnicalAnalysis;
