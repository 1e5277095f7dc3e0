import type { StrategyProblem } from '#shared/contract/strategies.ts';
import { HindcastError } from '#shared/domain/errors.ts';
import type { StrategyDescription, StrategySource } from '#worker/task.ts';
import type { App } from '../app.ts';
import { leadingSentence, sourceHash } from '../strategies/library.ts';
import type { AreaRouter, Implementer } from './implementer.ts';

export function strategiesApi({ strategies: api }: Implementer, app: App): AreaRouter<'strategies'> {
  const { library, runService, typeChecker, resolveStrategy } = app;
  /** What strategies of the library declare, by their text: it never changes. */
  const described = new Map<string, Promise<StrategyDescription>>();
  const describe = ({ file, source }: StrategySource): Promise<StrategyDescription> => {
    const hash = sourceHash(source);
    const known = described.get(hash) ?? runService.describe({ file, source });
    described.set(hash, known);
    known.catch(() => described.delete(hash));
    return known;
  };
  return {
    list: api.list.handler(() =>
      Promise.all(
        library.list().map(async (entry) => {
          const { name, description } = await describe(entry);
          return {
            id: entry.id,
            name,
            description: description || leadingSentence(entry.source),
            file: entry.file,
            kind: 'example' as const,
          };
        }),
      ),
    ),
    source: api.source.handler(({ input }) => {
      const { file, source } = resolveStrategy(input.strategy);
      return { file, source, sha256: sourceHash(source) };
    }),
    describe: api.describe.handler(async ({ input, signal }) => {
      const strategy = resolveStrategy(input.strategy);
      const isFixed = input.strategy.kind === 'library';
      const { name, description, params } = isFixed
        ? await describe(strategy)
        : await runService.describe(strategy, signal === undefined ? {} : { signal });
      return {
        name,
        description,
        params: Object.entries(params).map(([paramName, param]) =>
          param.kind === 'choice'
            ? { name: paramName, ...param, options: [...param.options] }
            : { name: paramName, ...param },
        ),
      };
    }),
    check: api.check.handler(async ({ input }) => {
      const strategy = resolveStrategy(input.strategy);
      const broken = await loadProblem(runService.describe(strategy));
      // Syntax first: its errors say more than what the type checker makes of them.
      if (broken?.owner === 'syntax') return { problems: [broken] };
      const found = await typeChecker.findings(strategy.source, strategy.file);
      const typeProblems = found.map(
        ({ line, column, code, message }): StrategyProblem => ({
          owner: 'types',
          line,
          column,
          code: `TS${code}`,
          message,
        }),
      );
      return { problems: broken === null ? typeProblems : [...typeProblems, broken] };
    }),
  };
}

/** Why a strategy can't be loaded; null when it can. */
async function loadProblem(loading: Promise<unknown>): Promise<StrategyProblem | null> {
  try {
    await loading;
    return null;
  } catch (error) {
    if (!(error instanceof HindcastError) || error.detail.kind !== 'strategy') throw error;
    const { code, message, hint, at } = error.detail;
    return {
      owner: code === 'strategy.syntax' ? 'syntax' : 'load',
      line: at?.line ?? null,
      column: at?.column ?? null,
      code,
      message,
      ...(hint !== undefined && { hint }),
    };
  }
}
