import { readFileSync } from 'node:fs';
import type { CorporateAction } from '#shared/domain/corporate-action.ts';
import { HindcastError } from '#shared/domain/errors.ts';

const DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2}))?$/;

/**
 * Splits and dividends from lines such as `2020-08-31,split,4` (also `4:1`) and `2020-11-06,dividend,0.205`, with the
 * symbol in front where a run has several; a first line of names, empty lines and lines that begin with # don't count.
 * Dates are midnight UTC.
 * @param symbols of the run; without a name lines are about its only symbol
 * @returns by symbol, in the order of their times
 * @throws HindcastError `data.*` with file and line
 */
export function readActions(path: string, symbols: readonly string[]): Record<string, CorporateAction[]> {
  const actions: Record<string, CorporateAction[]> = {};
  linesOf(path).forEach((line, i) => {
    const cells = line.split(',').map((cell) => cell.trim());
    if (line.trim() === '' || line.startsWith('#') || (i === 0 && !cells.some((cell) => DATE.test(cell)))) return;
    const named = cells.length === 4 ? cells.shift() : undefined;
    const symbol =
      named === undefined ? onlyOf(symbols) : symbols.find((one) => one.toLowerCase() === named.toLowerCase());
    if (symbol === undefined) throw unknownSymbol(path, i + 1, named, symbols);
    const action = actionOf(cells);
    if (action === null) throw badLine(path, i + 1, line);
    actions[symbol] = [...(actions[symbol] ?? []), action];
  });
  for (const list of Object.values(actions)) list.sort((a, b) => a.time - b.time);
  return actions;
}

function actionOf([date = '', kind, value = '', ...rest]: readonly string[]): CorporateAction | null {
  const time = DATE.test(date) ? Date.parse(date) : Number.NaN;
  if (Number.isNaN(time) || rest.length > 0) return null;
  if (kind === 'dividend') return Number(value) > 0 ? { kind, time, amount: Number(value) } : null;
  const [to, from = '1'] = value.split(/[:/]/);
  const ratio = Number(to) / Number(from);
  return kind === 'split' && ratio > 0 && Number.isFinite(ratio) ? { kind, time, ratio } : null;
}

function onlyOf(symbols: readonly string[]): string | undefined {
  return symbols.length === 1 ? symbols[0] : undefined;
}

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split(/\r?\n/);
  } catch (cause) {
    throw new HindcastError(
      { kind: 'data', code: 'data.unreadable-file', message: `${path} can't be read.`, hint: 'Check the path.' },
      { cause },
    );
  }
}

function badLine(file: string, line: number, text: string): HindcastError {
  return new HindcastError({
    kind: 'data',
    code: 'data.bad-action',
    message: `${file}, line ${line}: ${text.slice(0, 80)} is neither a split nor a dividend.`,
    hint: 'A line reads 2020-08-31,split,4 or 2020-11-06,dividend,0.205, with the symbol in front where there are several.',
  });
}

function unknownSymbol(
  file: string,
  line: number,
  symbol: string | undefined,
  symbols: readonly string[],
): HindcastError {
  return new HindcastError({
    kind: 'data',
    code: 'data.bad-action',
    message:
      symbol === undefined
        ? `${file}, line ${line}: it doesn't say which symbol it is about, and the run has several.`
        : `${file}, line ${line}: there is no symbol ${symbol.slice(0, 40)} in this run.`,
    hint: `It has ${symbols.join(', ')}.`,
  });
}
