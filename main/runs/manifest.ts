import { createHash } from 'node:crypto';
import { type AccountSpec, CASH_ACCOUNT } from '#shared/domain/account.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import type { CostsSpec } from '#shared/domain/costs.ts';
import { type Manifest, manifestSchema, type ParamValue, type SemanticsId } from '#shared/domain/manifest.ts';
import type { Money } from '#shared/domain/units.ts';
import { ENGINE_VERSION } from '#worker/engine/version.ts';
import { type RunInputs, tradedSeries, usedSeries } from './inputs/run-inputs.ts';

export interface ManifestParts {
  sourceHash: string;
  params: Record<string, ParamValue>;
  inputs: RunInputs;
  cash: Money;
  costs: CostsSpec;
  account: AccountSpec;
  semantics: SemanticsId;
  seed: number;
}

/** Writes down everything that a run's result depends on. */
export function buildManifest(parts: ManifestParts): Manifest {
  return manifestSchema.parse({
    schema: 1,
    engine: ENGINE_VERSION,
    strategy: { sha256: parts.sourceHash },
    params: parts.params,
    data: parts.inputs.series.map(tradedSeries),
    ...(parts.inputs.fx.length > 0 && { fx: parts.inputs.fx.map(usedSeries) }),
    cash: parts.cash,
    account: parts.account,
    costs: parts.costs,
    semantics: parts.semantics,
    seed: parts.seed,
  });
}

/**
 * SHA-256 of the canonical JSON: the name of a computation, the same wherever it is made. Terms of the account that
 * are those of any cash account are left out, so that a manifest from before there was such a term keeps its name.
 */
export function manifestId({ account, ...manifest }: Manifest): string {
  const usual: Record<string, unknown> = CASH_ACCOUNT;
  const terms = Object.entries(account).filter(([term, value]) => value !== usual[term]);
  const named = terms.length === 0 ? manifest : { ...manifest, account: Object.fromEntries(terms) };
  return createHash('sha256').update(canonicalJson(named)).digest('hex');
}
