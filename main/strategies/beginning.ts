import { statSync } from 'node:fs';
import { basename, isAbsolute } from 'node:path';
import type { StrategyBeginning } from '#shared/contract/strategies.ts';
import { MAIN_FILE, type StrategyFiles, splitFiles } from '#shared/domain/strategy-files.ts';
import type { RunStore } from '../runs/run-store.ts';
import { loadStrategySource } from './load-source.ts';
import { fileNotWatched, relativeFolder } from './strategy-errors.ts';
import type { StrategyFolders } from './strategy-folders.ts';
import { aboutTemplate, type Templates, writtenName } from './templates.ts';

/** What a new strategy begins with. */
export interface NewStrategy {
  name: string;
  files: StrategyFiles;
  /** The folder that it is to live in. */
  folder: string | null;
}

export interface BeginningParts {
  templates: Templates;
  runs: RunStore;
  strategyFolders: StrategyFolders;
}

const UNTITLED = 'Untitled';

const EMPTY = `import { strategy } from 'hindcast';

export default strategy({
  name: '${UNTITLED}',

  onBar({ bar, order, position }) {
  },
});
`;

/**
 * The files of a new strategy, and a name for it.
 * @throws HindcastError for a template, run or folder that isn't there or can't be read
 */
export async function beginning(from: StrategyBeginning, parts: BeginningParts): Promise<NewStrategy> {
  switch (from.kind) {
    case 'empty':
      return named({ [MAIN_FILE]: EMPTY });
    case 'template': {
      const template = parts.templates.get(from.template);
      return { ...named(splitFiles(template.source)), name: aboutTemplate(template).name };
    }
    case 'run': {
      const record = parts.runs.find(from.run);
      return { ...named(splitFiles(parts.runs.source(record))), name: record.strategyName };
    }
    case 'text':
      return named(splitFiles(from.text));
    case 'files':
      return named(from.files);
    case 'folder':
      return fromDisk(from.path, from.isWatched, parts.strategyFolders);
  }
}

async function fromDisk(path: string, isWatched: boolean, folders: StrategyFolders): Promise<NewStrategy> {
  if (!isAbsolute(path)) throw relativeFolder(path);
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === true) {
    if (isWatched) throw fileNotWatched(path);
    const { text } = await loadStrategySource(path);
    return named(splitFiles(text), basename(path).replace(/\.[a-z]+$/i, ''));
  }
  if (isWatched) folders.assertFree(path);
  return { ...named(folders.read(path), basename(path)), folder: isWatched ? path : null };
}

function named(files: StrategyFiles, otherwise: string = UNTITLED): NewStrategy {
  const name = writtenName(files[MAIN_FILE] ?? '').slice(0, 80);
  return { name: name || otherwise.slice(0, 80), files, folder: null };
}
