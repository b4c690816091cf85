import { appendLog, downloadLog, listLogs, outlineLog, readLog, searchLog } from '#contract/run-logs.ts';
import { handle, type Handler, workspaceOf } from '#server/http/handler.ts';

export const runLogHandlers: readonly Handler[] = [
  handle(listLogs, async ({ params }, context) => ({
    logs: await context.services.runLogs.list(workspaceOf(context), params.runId),
  })),

  handle(appendLog, async ({ params, body }, context) => {
    const { runLogs } = context.services;
    const { lines, bytes } = await runLogs.append(
      workspaceOf(context),
      params.runId,
      body,
      context.caller.actor,
    );
    return { lines, bytes };
  }),

  handle(outlineLog, async ({ params, query }, context) =>
    context.services.runLogs.outline(workspaceOf(context), params.runId, query.log),
  ),

  handle(readLog, async ({ params, query }, context) =>
    context.services.runLogs.lines(workspaceOf(context), params.runId, query),
  ),

  handle(searchLog, async ({ params, query }, context) =>
    context.services.runLogs.search(workspaceOf(context), params.runId, query),
  ),

  handle(downloadLog, async ({ params, query }, context) => {
    const { bytes, body } = await context.services.runLogs.download(
      workspaceOf(context),
      params.runId,
      query.name,
    );
    return new Response(body, {
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'content-length': String(bytes),
        'content-disposition': `attachment; filename="${query.name}.log"`,
        'content-security-policy': "sandbox; default-src 'none'",
        'cache-control': 'private, no-cache',
      },
    });
  }),
];
