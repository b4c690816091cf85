import type { Operation } from '#contract/operation.ts';
import { toObject } from '#contract/mlflow/rpc-openapi.ts';
import type { Rpc } from '#contract/mlflow/rpc.ts';
import { mlflowRpcs } from '#contract/mlflow/rpcs.ts';
import { z } from 'zod';

/** The browsable reference: one page of plain HTML that needs no script and no network. */
export function toReferencePage(operations: readonly Operation[], version: string): string {
  const groups = Map.groupBy(operations, (operation) => operation.id.split('.', 1)[0] ?? '');
  const sections = [...groups].map(
    ([name, members]) =>
      `<section><h2 id="${escapeHtml(name)}">${escapeHtml(name)}</h2>${members.map(toArticle).join('')}</section>`,
  );
  sections.push(`<section><h2 id="mlflow">mlflow</h2>${mlflowRpcs.map(toRpcArticle).join('')}</section>`);
  const links = [...groups.keys(), 'mlflow'].map(
    (name) => `<a href="#${escapeHtml(name)}">${escapeHtml(name)}</a>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Atelier API</title><style>${style}</style></head>
<body><header><h1>Atelier API ${escapeHtml(version)}</h1>
<p>For programs: <a href="/api/openapi.json">OpenAPI 3.1</a>. Failed calls answer <code>application/problem+json</code> (RFC 9457).
Runs are logged with any MLflow client over the paths under <code>/api/2.0/mlflow</code>.</p><nav aria-label="Resources">${links.join(' ')}</nav></header>
<main>${sections.join('')}</main></body></html>`;
}

function toArticle(operation: Operation): string {
  const parts = [
    toPart('Path', operation.params),
    toPart('Query', operation.query),
    toPart('Body', operation.body),
    toPart(operation.kind === 'events' ? 'Event' : 'Answer', operation.answer),
  ];
  return `<article id="${operation.id}"><h3><span class="method">${operation.method}</span> <code>${escapeHtml(operation.path)}</code></h3>
<p>${escapeHtml(operation.summary)}</p><p class="who">Who may call: ${operation.who}. Operation: <code>${operation.id}</code>.</p>${parts.join('')}</article>`;
}

function toRpcArticle(rpc: Rpc): string {
  return `<article id="${rpc.id}"><h3><span class="method">${rpc.methods.join(', ')}</span> <code>${escapeHtml(`/api/${rpc.major}/mlflow${rpc.path}`)}</code></h3>
<p>${escapeHtml(rpc.summary)}</p><p class="who">Who may call: ${rpc.who}.</p>${toDetails('Request', toObject(rpc.fields))}</article>`;
}

function toPart(title: string, schema: z.ZodType | undefined): string {
  if (schema === undefined) return '';
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return toDetails(title, json);
}

function toDetails(title: string, json: unknown): string {
  return `<details><summary>${title}</summary><pre tabindex="0">${escapeHtml(JSON.stringify(json, null, 2))}</pre></details>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const style = `
:root{color-scheme:light dark;font:14px/1.5 system-ui,sans-serif}
body{max-width:75ch;margin:0 auto;padding:24px 16px}
h1{font-size:28px}h2{font-size:20px;margin-top:32px;border-bottom:1px solid #8884;padding-bottom:4px}h3{font-size:14px;margin:24px 0 4px}
code,pre{font-family:ui-monospace,monospace;font-size:13px;overflow-wrap:anywhere}
pre{overflow:auto;max-height:480px;padding:12px;border:1px solid #8884;border-radius:4px}
p{margin:4px 0}.who{opacity:.8}.method{font-weight:700}nav a{margin-right:12px}summary{cursor:pointer;padding:4px 0}`;
