import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
/** `new URL('./x', import.meta.url)`: a place that code finds from its own; in a template, a folder and a name. */
const LOCATED = /new URL\(\s*(?:'(\.{1,2}\/[^']+)'|`(\.{1,2}\/[^`$]*\/)(\$\{\w+\})`),\s*import\.meta\.url,?\s*\)/g;
/** `import.meta.resolve('typescript')`: the place of a package. */
const PACKAGE = /import\.meta\.resolve\('([^']+)'\)/g;
/** A source that is run, on a thread; other sources that are located are read. */
const THREAD = /(-thread|\/worker\/index)\.ts$/;

/** What the code locates: paths from the root, with slashes. */
interface Located {
  threads: Set<string>;
  files: Set<string>;
}

/**
 * Brings along what the sources locate by `new URL('./x', import.meta.url)`, and has the bundle find it. Sources of
 * threads become bundles of their own in `threads/`, each in one file; everything else stands in `files/` as it
 * stands in the repository. A source that is read comes with its folder, whose parts it imports; of a package only
 * the declarations of JavaScript's own library come, which a compiler reads.
 */
export function locatedFiles(): Plugin {
  const located: Located = { threads: new Set(), files: new Set() };
  return {
    name: 'hindcast:located-files',
    enforce: 'pre',
    transform: (code, id) => (isOurs(id) ? relocated(code, id, './', located) : undefined),
    async generateBundle() {
      // A thread may locate further ones; a set goes on with what is added on the way.
      for (const thread of located.threads) {
        this.emitFile({ type: 'asset', fileName: threadName(thread), source: await bundleThread(thread, located) });
      }
      for (const file of [...located.files].flatMap(filesIn)) {
        this.emitFile({ type: 'asset', fileName: `files/${file}`, source: readFileSync(join(ROOT, file)) });
      }
    },
  };
}

/** The code with its locations as they are in a bundle from which `top` leads to the folder of all bundles. */
function relocated(code: string, id: string, top: './' | '../', located: Located): string {
  const moved = code.replace(LOCATED, (_, place?: string, folder = '', name = '') => {
    const path = fromRoot(resolve(dirname(id), place ?? folder));
    if (THREAD.test(`/${path}`)) {
      located.threads.add(path);
      return `new URL('${top}${threadName(path)}', import.meta.url)`;
    }
    if (path === '') throw new Error(`${id} locates the whole repository: it can’t be brought along`);
    located.files.add(path.endsWith('.ts') ? dirname(path) : path);
    const isFolder = (place ?? folder).endsWith('/');
    return `new URL(\`${top}files/${path}${isFolder ? '/' : ''}${name}\`, import.meta.url)`;
  });
  return moved.replace(PACKAGE, (_, name: string) => {
    const entry = fromRoot(fileURLToPath(import.meta.resolve(name)));
    for (const declaration of declarationsBeside(entry)) located.files.add(declaration);
    return `new URL('${top}files/${entry}', import.meta.url).href`;
  });
}

function isOurs(id: string): boolean {
  return !id.includes('node_modules');
}

async function bundleThread(thread: string, located: Located): Promise<string> {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const result = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    // Of packages in CommonJS, which become modules.
    define: { __filename: 'import.meta.filename', __dirname: 'import.meta.dirname' },
    plugins: [
      {
        name: 'hindcast:located-files-of-a-thread',
        enforce: 'pre',
        transform: (code, id) => (isOurs(id) ? relocated(code, id, '../', located) : undefined),
      },
    ],
    build: {
      write: false,
      ssr: join(ROOT, thread),
      target: 'node24',
      minify: false,
      rolldownOptions: {
        external: Object.keys(dependencies).map((name) => new RegExp(`^${name}(/|$)`)),
        output: { format: 'es', codeSplitting: false },
      },
    },
  });
  const [bundle] = Array.isArray(result)
    ? result.flatMap(({ output }) => output)
    : 'output' in result
      ? result.output
      : [];
  if (bundle?.type !== 'chunk') throw new Error(`${thread} did not become a bundle`);
  return bundle.code;
}

/** `main/strategies/type-check-thread.ts` → `threads/main-strategies-type-check-thread.js`. */
function threadName(path: string): string {
  return `threads/${path.replaceAll('/', '-').replace(/\.ts$/, '.js')}`;
}

function declarationsBeside(entry: string): string[] {
  const folder = dirname(entry);
  return readdirSync(join(ROOT, folder))
    .filter((name) => /^lib\.(es|decorators).*\.d\.ts$/.test(name))
    .map((name) => `${folder}/${name}`);
}

/** The files of a folder that ship, however deep; a file itself. */
function filesIn(path: string): string[] {
  const entries = /\.\w+$/.test(path) ? null : readdirSync(join(ROOT, path), { recursive: true, withFileTypes: true });
  if (entries === null) return [path];
  return entries
    .filter((entry) => entry.isFile() && !/\.(test|fixture)\.ts$/.test(entry.name))
    .map((entry) => fromRoot(join(entry.parentPath, entry.name)));
}

function fromRoot(path: string): string {
  return relative(ROOT, path).replaceAll('\\', '/');
}
