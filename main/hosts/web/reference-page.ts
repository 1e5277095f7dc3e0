import type { OpenApiDocument } from './openapi-document.ts';

const METHODS = ['get', 'post', 'patch', 'put', 'delete'] as const;

interface Operation {
  tags?: string[];
  summary?: string;
  parameters?: { name?: string; in?: string; required?: boolean; schema?: unknown }[];
  requestBody?: { content?: Record<string, { schema?: unknown } | undefined> };
  responses?: Record<string, { content?: Record<string, { schema?: unknown } | undefined> } | undefined>;
}

/** The reference of the REST interface: one page without scripts. */
export function referencePage(document: OpenApiDocument): string {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    METHODS.flatMap((method) => {
      const operation = methods?.[method] as Operation | undefined;
      return operation === undefined ? [] : [{ method, path, operation }];
    }),
  );
  const areas = (document.tags ?? []).map(({ name }) => {
    const own = operations.filter(({ operation }) => operation.tags?.includes(name));
    return `<section><h2 id="${name}">${name}</h2>${own.map(section).join('')}</section>`;
  });
  const links = (document.tags ?? []).map(({ name }) => `<a href="#${name}">${name}</a>`).join(' · ');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Hindcast REST interface</title><style>${STYLE}</style></head><body>
<main>
<h1>Hindcast REST interface</h1>
<p>Version ${escaped(document.info.version)}. Programs send the token that the terminal shows:
<code>Authorization: Bearer TOKEN</code>. Times are milliseconds since 1970 UTC. The document for generators is
<a href="/api/v1/openapi.json">openapi.json</a>. Files are uploaded as <code>POST /api/v1/uploads?name=prices.csv</code>,
the bytes themselves as the body.</p>
<nav>${links}</nav>
${areas.join('\n')}
</main></body></html>
`;
}

function section({ method, path, operation }: { method: string; path: string; operation: Operation }): string {
  const { summary = '', parameters = [], requestBody, responses } = operation;
  const rows = parameters.map(
    ({ name = '', in: place = '', required, schema }) =>
      `<tr><td><code>${escaped(name)}</code></td><td>${place}${required === true ? ', required' : ''}</td>` +
      `<td><code>${escaped(inShort(schema))}</code></td></tr>`,
  );
  const body = firstSchema(requestBody?.content);
  const answer = firstSchema(responses?.['200']?.content);
  return `<article><h3><code>${method.toUpperCase()} /api/v1${escaped(path)}</code></h3><p>${escaped(summary)}</p>${
    rows.length === 0 ? '' : `<table>${rows.join('')}</table>`
  }${listing('Body', body)}${listing('Answer', answer)}</article>`;
}

function firstSchema(content: Record<string, { schema?: unknown } | undefined> | undefined): unknown {
  return Object.values(content ?? {})[0]?.schema;
}

function listing(title: string, schema: unknown): string {
  if (schema === undefined) return '';
  return `<details><summary>${title}</summary><pre>${escaped(JSON.stringify(schema, null, 2))}</pre></details>`;
}

/** A parameter's schema on one line. */
function inShort(schema: unknown): string {
  const { type, enum: options, default: value } = Object(schema) as Record<string, unknown>;
  const kind = Array.isArray(options) ? options.join(' | ') : String(type ?? 'any');
  return value === undefined ? kind : `${kind} = ${JSON.stringify(value)}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const STYLE = `
:root{color-scheme:light dark;font:14px/1.5 system-ui,sans-serif}
main{max-width:60rem;margin:2rem auto;padding:0 1rem}
h2{margin-top:2.5rem;text-transform:capitalize}h3{margin:1.5rem 0 .2rem;font-size:1rem}p{margin:.2rem 0}
code,pre{font-family:ui-monospace,monospace;font-size:.9em}pre{overflow:auto;max-height:24rem;border:1px solid;padding:.5rem}
table{border-collapse:collapse;margin:.4rem 0}td{padding:.1rem 1rem .1rem 0;vertical-align:top}
`;
