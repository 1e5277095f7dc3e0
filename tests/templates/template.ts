import { readdirSync, readFileSync } from 'node:fs';
import type { RunSeries } from '#worker/task.ts';
import { bundledSeries } from './bundled-series.ts';

const FOLDER = new URL('../../examples/templates/', import.meta.url);

/** A strategy to learn from, and what its leading comment says of it. */
export interface Template {
  /** The file's name without `.ts`. */
  id: string;
  source: string;
  title: string;
  kind: string;
  /** What it does; a paragraph. */
  idea: string;
  /** When it fails; a paragraph. */
  fails: string;
  /** The price file that it is made for, and which of its symbols; all of them when none is named. */
  data: { file: string; symbols: string[] };
}

/** All templates by id. @throws when one doesn't begin with the comment that a template needs */
export function templates(): Template[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => {
      const source = readFileSync(new URL(name, FOLDER), 'utf8');
      return { id: name.replace(/\.ts$/, ''), source, ...header(name, source) };
    });
}

export function seriesFor({ data }: Pick<Template, 'data'>): Promise<RunSeries[]> {
  return bundledSeries(data.file, data.symbols);
}

function header(name: string, source: string): Omit<Template, 'id' | 'source'> {
  const comment = /^\/\*\*\n([\s\S]*?) \*\//.exec(source)?.[1]?.replaceAll(/^ \* ?/gm, '') ?? '';
  const parts = /^@title (.+)\n@kind (.+)\n\n([^@]+)\n\n@fails ([^@]+)\n@data (\S+)([^:@]*): [^@]+\.\n$/.exec(comment);
  if (parts === null) throw new Error(`${name} doesn't begin with @title, @kind, an idea, @fails and @data`);
  const [, title = '', kind = '', idea = '', fails = '', file = '', symbols = ''] = parts;
  return { title, kind, idea, fails, data: { file, symbols: symbols.split(' ').filter(Boolean) } };
}
