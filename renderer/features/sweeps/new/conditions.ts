import { CONSTRAINT_SIGNS, type Constraint } from '#shared/domain/search-space.ts';

const CONDITION = /^([^<>=!\s]+)\s*(<=|>=|!=|<|>)\s*([^<>=!\s]+)$/;

/**
 * What must hold between parameters, as it is written: `fast < slow, slow >= 20`.
 * @returns null where a part can't be read
 */
export function conditionsIn(text: string): Constraint[] | null {
  const parts = text.split(',').map((part) => part.trim());
  const read = parts.filter((part) => part !== '').map(conditionIn);
  return read.some((one) => one === null) ? null : read.filter((one) => one !== null);
}

/** Conditions as `conditionsIn` reads them. */
export function conditionsInWords(conditions: readonly Constraint[]): string {
  return conditions.map(({ left, sign, right }) => `${left} ${sign} ${right}`).join(', ');
}

function conditionIn(text: string): Constraint | null {
  const [, left = '', written = '', right = ''] = CONDITION.exec(text) ?? [];
  const sign = CONSTRAINT_SIGNS.find((one) => one === written);
  if (sign === undefined) return null;
  const number = Number(right);
  return { left, sign, right: Number.isNaN(number) ? right : number };
}
