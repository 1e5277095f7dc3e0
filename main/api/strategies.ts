import type { StrategyProblem, StrategyRef } from '#shared/contract/strategies.ts';
import type { StrategyDetail } from '#shared/contract/strategy.ts';
import { HindcastError } from '#shared/domain/errors.ts';
import { joinFiles, MAIN_FILE } from '#shared/domain/strategy-files.ts';
import type { StrategyDescription, StrategySource } from '#worker/task.ts';
import type { App } from '../app.ts';
import { beginning } from '../strategies/beginning.ts';
import { fileName } from '../strategies/file-name.ts';
import { SHARED } from '../strategies/shared-library.ts';
import { sourceHash } from '../strategies/source-hash.ts';
import type { StoredDetail } from '../strategies/strategy-store.ts';
import { aboutTemplate } from '../strategies/templates.ts';
import type { AreaRouter, Implementer } from './implementer.ts';

export function strategiesApi({ strategies: api }: Implementer, app: App): AreaRouter<'strategies'> {
  const { templates, strategies, strategyFolders, strategyEvents, runService, typeChecker, resolveStrategy } = app;
  const shown = (detail: StoredDetail): StrategyDetail => ({
    ...detail,
    folderProblem: strategyFolders.problem(detail.id),
  });
  /** A change of the draft that doesn't come from its folder: the folder's own changes first, then this one there. */
  const inFolder = (id: string, change: () => unknown): StrategyDetail => {
    strategyFolders.catchUp(id);
    change();
    strategyFolders.follow(id);
    return shown(strategies.get(id));
  };
  return {
    list: api.list.handler(({ input }) => strategies.list(input)),
    templates: api.templates.handler(() => templates.list().map(aboutTemplate)),
    get: api.get.handler(({ input }) => shown(strategies.get(input.strategy))),
    create: api.create.handler(async ({ input }) => {
      const { name, files, folder } = await beginning(input.from, app);
      const { id } = strategies.create(input.name ?? name, files);
      if (folder !== null) strategyFolders.set(id, folder);
      return shown(strategies.get(id));
    }),
    saveDraft: api.saveDraft.handler(({ input }) => {
      const { version, isDirty, branches, branch } = strategyFolders.saveDraft(
        input.strategy,
        input.version,
        input.files,
      );
      return { version, isDirty, savedAt: branches.find(({ name }) => name === branch)?.savedAt ?? 0 };
    }),
    commit: api.commit.handler(({ input: { strategy, version, message, author } }) =>
      shown(strategies.commit(strategy, version, message, author)),
    ),
    revisions: api.revisions.handler(({ input: { strategy, offset, limit } }) =>
      strategies.revisions(strategy, offset, limit),
    ),
    revision: api.revision.handler(({ input }) => {
      const { revision, files } = strategies.revision(input.strategy, input.revision);
      return { revision, files };
    }),
    diff: api.diff.handler(({ input: { strategy, before, after } }) => ({
      files: strategies.diff(strategy, before, after),
    })),
    restore: api.restore.handler(({ input: { strategy, version, revision } }) =>
      inFolder(strategy, () => strategies.restore(strategy, version, revision)),
    ),
    update: api.update.handler(({ input: { strategy, ...change } }) => strategies.update(strategy, change)),
    duplicate: api.duplicate.handler(({ input }) => shown(strategies.duplicate(input.strategy, input.name))),
    delete: api.delete.handler(({ input }) => {
      strategies.delete(input.strategy);
      return {};
    }),
    undelete: api.undelete.handler(({ input }) => {
      const detail = strategies.undelete(input.strategy);
      strategyFolders.watch(detail.id);
      return shown(detail);
    }),
    createBranch: api.createBranch.handler(({ input: { strategy, name, from } }) =>
      inFolder(strategy, () => strategies.createBranch(strategy, name, from)),
    ),
    switchBranch: api.switchBranch.handler(({ input: { strategy, branch } }) =>
      inFolder(strategy, () => strategies.switchBranch(strategy, branch)),
    ),
    deleteBranch: api.deleteBranch.handler(({ input }) => shown(strategies.deleteBranch(input.strategy, input.branch))),
    export: api.export.handler(({ input: { strategy, revision } }) => {
      const file = fileName(strategies.row(strategy).name);
      const files =
        revision === undefined ? strategies.runnable(strategy) : strategies.revision(strategy, revision).files;
      return { file, text: joinFiles(files), files };
    }),
    setFolder: api.setFolder.handler(({ input }) => {
      strategyFolders.set(input.strategy, input.path);
      return shown(strategies.get(input.strategy));
    }),
    watch: api.watch.handler(({ signal }) => strategyEvents.watch(signal)),
    source: api.source.handler(({ input }) => {
      const { file, source } = resolveStrategy(input.strategy);
      return { file, source, sha256: sourceHash(source) };
    }),
    describe: api.describe.handler(async ({ input, signal }) => {
      const { name, description, params } = await runService.describe(
        resolveStrategy(input.strategy),
        signal === undefined ? {} : { signal },
      );
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
    parameters: api.parameters.handler(async ({ input }) => {
      const { source } = resolveStrategy(input.strategy);
      return { params: await typeChecker.params(source) };
    }),
    check: api.check.handler(async ({ input }) => {
      const strategy = resolveStrategy(input.strategy);
      const broken = isShared(input.strategy) ? null : await loadProblem(strategy, runService.describe(strategy));
      // Syntax first: its errors say more than what the type checker makes of them.
      if (broken?.owner === 'syntax') return { problems: [broken] };
      const [found, doubts] = await Promise.all([
        typeChecker.findings(strategy.source, MAIN_FILE),
        typeChecker.doubts(strategy.source),
      ]);
      const typeProblems = found.map(
        ({ file, line, column, code, message }): StrategyProblem => ({
          owner: 'types',
          file,
          line,
          column,
          code: `TS${code}`,
          message,
        }),
      );
      const doubtful = doubts.map(({ rule, ...doubt }): StrategyProblem => ({ owner: 'lint', code: rule, ...doubt }));
      return { problems: [...typeProblems, ...(broken === null ? [] : [broken]), ...doubtful] };
    }),
  };
}

/** The shared library has no strategy that could be loaded. */
function isShared(ref: StrategyRef): boolean {
  return 'strategy' in ref && ref.strategy === SHARED;
}

/** Why a strategy can't be loaded; null when it can. */
async function loadProblem(
  strategy: StrategySource,
  loading: Promise<StrategyDescription>,
): Promise<StrategyProblem | null> {
  try {
    await loading;
    return null;
  } catch (error) {
    if (!(error instanceof HindcastError) || error.detail.kind !== 'strategy') throw error;
    const { code, message, hint, at } = error.detail;
    return {
      owner: code === 'strategy.syntax' ? 'syntax' : 'load',
      file: at === undefined || at.file === strategy.file ? MAIN_FILE : at.file,
      line: at?.line ?? null,
      column: at?.column ?? null,
      code,
      message,
      ...(hint !== undefined && { hint }),
    };
  }
}
