import { readGroups, readPoints, readSeries } from '#contract/metrics.ts';
import { handle, type Handler, workspaceOf } from '#server/http/handler.ts';
import { stepAt } from '#domain/series/metric-point.ts';
import type { GroupRule } from '#domain/series/place-member.ts';

const seriesMediaType = 'application/vnd.atelier.series';
const groupsMediaType = 'application/vnd.atelier.groups';

export const metricHandlers: readonly Handler[] = [
  handle(readSeries, async ({ body }, context) => {
    const bytes = await context.services.metrics.lines({ workspaceId: workspaceOf(context).id, ...body });
    return new Response(bytes, { headers: { 'content-type': seriesMediaType } });
  }),
  handle(readGroups, async ({ body }, context) => {
    const { rule: kind, tolerance, ...query } = body;
    const rule: GroupRule = kind === 'nearest' ? { kind, tolerance } : { kind };
    const bytes = await context.services.metrics.groups({
      workspaceId: workspaceOf(context).id,
      ...query,
      rule,
    });
    return new Response(bytes, { headers: { 'content-type': groupsMediaType } });
  }),
  handle(readPoints, async ({ params, query }, context) => {
    const { points, total } = await context.services.metrics.points({
      workspaceId: workspaceOf(context).id,
      runId: params.runId,
      ...query,
    });
    return {
      total,
      points: Array.from(points.values, (value, index) => ({
        step: String(stepAt(points.steps, index)),
        atMs: points.times[index] ?? 0,
        value,
      })),
    };
  }),
];
