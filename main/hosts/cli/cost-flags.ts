import type { z } from 'zod';
import {
  type CommissionSpec,
  type CommissionTier,
  commissionSchema,
  type SlippageSpec,
  type SpreadSpec,
  slippageSchema,
  spreadSchema,
} from '#shared/domain/costs.ts';
import { HindcastError } from '#shared/domain/errors.ts';
import { badValue } from './flag-values.ts';

/**
 * - `0.1%` of the traded value, `2` (money a fill) or `2+0.1%`
 * - `0.005/share`, also `/unit` or `/contract`, with `min=1` (money) and `max=1%` (of the traded value)
 * - `0.2%to10000,0.1%to50000,0.05%`: tiers of a fill's value, with `min=1` and `max=40` (money); `0.1%,min=1` is one
 * - `maker=0.02%,taker=0.04%`
 *
 * @throws HindcastError `usage.flag-value`
 */
export function commissionFlag(text: string): CommissionSpec {
  const flag = new CostFlag(
    'commission',
    text,
    'a percentage (0.1%), an amount a fill (2), both (2+0.1%), an amount a unit (0.005/share,min=1,max=1%), tiers of the traded value (0.2%to10000,0.1%,min=1,max=40) or maker=0.02%,taker=0.04%',
  );
  return flag.checked(commissionSchema, commissionOf(flag));
}

/**
 * `0.02%` of the price or `0.5` points between bid and ask, or `series`: as quoted at each bar.
 * @throws HindcastError `usage.flag-value`
 */
export function spreadFlag(text: string): SpreadSpec {
  const flag = new CostFlag('spread', text, 'a percentage of the price (0.02%), price points (0.5) or series');
  return flag.checked(spreadSchema, spreadOf(flag));
}

/**
 * - `0.02%` of the price, or `2ticks`
 * - `impact=10%`: of the price for all the volume of a bar, less by the square root; `limit=2.5%` of the volume
 * - `range=5%` of the usual range of a bar
 *
 * @throws HindcastError `usage.flag-value`
 */
export function slippageFlag(text: string): SlippageSpec {
  const flag = new CostFlag(
    'slippage',
    text,
    'a percentage of the price (0.02%), ticks (2ticks), the impact of all the volume of a bar (impact=10% or impact=10%,limit=2.5%) or a part of the usual range of a bar (range=5%)',
  );
  return flag.checked(slippageSchema, slippageOf(flag));
}

function commissionOf(flag: CostFlag): CommissionSpec {
  const [first, ...others] = flag.words;
  if (first === undefined) {
    const [maker, taker] = flag.named('maker', 'taker');
    return { model: 'maker-taker', maker: flag.percent(maker), taker: flag.percent(taker) };
  }
  const perUnit = /^(.+)\/\s*(share|unit|contract)$/.exec(first)?.[1];
  if (perUnit !== undefined && others.length === 0) {
    const [min, max] = flag.named('min', 'max');
    return {
      model: 'per-share',
      perUnit: flag.number(perUnit),
      ...(min !== undefined && { minimum: flag.number(min) }),
      ...(max !== undefined && { maximumFraction: flag.percent(max) }),
    };
  }
  if (others.length === 0 && flag.names.length === 0) return ticketOf(flag, first);
  const [min, max] = flag.named('min', 'max');
  return {
    model: 'tiered',
    tiers: flag.words.map((word) => tierOf(flag, word)),
    ...(min !== undefined && { minimum: flag.number(min) }),
    ...(max !== undefined && { maximum: flag.number(max) }),
  };
}

/** `0.1%`, `2` or both, in either order. */
function ticketOf(flag: CostFlag, word: string): CommissionSpec {
  const parts = word.split('+').map((part) => part.trim());
  const percents = parts.filter((part) => part.endsWith('%'));
  const amounts = parts.filter((part) => !part.endsWith('%'));
  if (percents.length > 1 || amounts.length > 1) throw flag.notUnderstood();
  const fraction = percents.length === 0 ? 0 : flag.percent(percents[0]);
  const amount = amounts.length === 0 ? 0 : flag.number(amounts[0]);
  if (fraction !== 0 && amount !== 0) return { model: 'fixed-plus-percent', amount, fraction };
  if (fraction !== 0) return { model: 'percent', fraction };
  return amount === 0 ? { model: 'none' } : { model: 'fixed', amount };
}

/** `0.2%to10000`, or `0.1%` for all that is left. */
function tierOf(flag: CostFlag, word: string): CommissionTier {
  const [percent, upTo, ...rest] = word.split('to').map((part) => part.trim());
  if (rest.length > 0) throw flag.notUnderstood();
  return { upTo: upTo === undefined ? null : flag.number(upTo), fraction: flag.percent(percent) };
}

function spreadOf(flag: CostFlag): SpreadSpec {
  const word = flag.onlyWord();
  if (word === 'series') return { model: 'series' };
  if (word.endsWith('%')) return { model: 'percent', fraction: flag.percent(word) };
  return { model: 'fixed', points: flag.number(word) };
}

function slippageOf(flag: CostFlag): SlippageSpec {
  if (flag.words.length === 0) {
    const [impact, limit, range] = flag.named('impact', 'limit', 'range');
    if (impact === undefined && limit === undefined) return { model: 'volatility', fraction: flag.percent(range) };
    if (range !== undefined) throw flag.notUnderstood();
    return {
      model: 'volume-share',
      priceImpact: flag.percent(impact),
      ...(limit !== undefined && { volumeLimit: flag.percent(limit) }),
    };
  }
  const word = flag.onlyWord();
  if (word.endsWith('%')) return { model: 'percent', fraction: flag.percent(word) };
  return { model: 'ticks', ticks: flag.number(/^(.+?)\s*ticks?$/.exec(word)?.[1]) };
}

/** What was given for one flag, taken apart at its commas: words, and named values such as `min=1`. */
class CostFlag {
  readonly words: readonly string[];
  readonly names: readonly string[];
  readonly #flag: string;
  readonly #text: string;
  readonly #forms: string;
  readonly #values: ReadonlyMap<string, string>;

  constructor(flag: string, text: string, forms: string) {
    this.#flag = flag;
    this.#text = text;
    this.#forms = forms;
    const parts = text.split(',').map((part) => part.split('=').map((side) => side.trim()));
    this.words = parts.flatMap(([word = '', ...values]) => (values.length === 0 ? [word] : []));
    const named = parts.flatMap(([name = '', value, ...rest]) => (value === undefined ? [] : [{ name, value, rest }]));
    this.names = named.map(({ name }) => name);
    this.#values = new Map(named.map(({ name, value }) => [name, value]));
    const isTwice = this.#values.size < named.length;
    if (isTwice || named.some(({ rest }) => rest.length > 0)) throw this.notUnderstood();
  }

  /** The values of these names, in their order; undefined where one isn't given. Any other name is an error. */
  named(...names: readonly string[]): (string | undefined)[] {
    if (this.names.some((name) => !names.includes(name))) throw this.notUnderstood();
    return names.map((name) => this.#values.get(name));
  }

  /** The one word, where nothing else may be given. */
  onlyWord(): string {
    const [word] = this.words;
    if (word === undefined || this.words.length > 1 || this.names.length > 0) throw this.notUnderstood();
    return word;
  }

  /** `1.5`; how large it may be is for the schema to say. */
  number(text: string | undefined): number {
    const value = Number(text);
    if (text === '' || !Number.isFinite(value)) throw this.notUnderstood();
    return value;
  }

  /** `0.1%` → 0.001. */
  percent(text: string | undefined): number {
    if (!text?.endsWith('%')) throw this.notUnderstood();
    return this.number(text.slice(0, -1)) / 100;
  }

  /** @throws HindcastError where a number is out of bounds, with the schema's own words */
  checked<Spec>(schema: z.ZodType<Spec>, spec: Spec): Spec {
    const read = schema.safeParse(spec);
    if (read.success) return read.data;
    throw new HindcastError({
      kind: 'usage',
      code: 'usage.flag-value',
      message: `--${this.#flag} ${this.#text}: ${read.error.issues.map(({ message }) => message).join(', ')}.`,
      hint: `--${this.#flag} takes ${this.#forms}.`,
    });
  }

  notUnderstood(): HindcastError {
    return badValue(this.#flag, this.#text, this.#forms);
  }
}
