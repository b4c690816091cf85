import type { Direction } from '#domain/metric/direction.ts';
import type { WorkspaceScope } from '#server/http/workspace-scope.ts';
import type { LiveService } from '#server/modules/live/live.service.ts';
import type { Actor } from '#server/ports/database.ts';
import type { Ports } from '#server/ports/ports.ts';
import {
  type DirectionChanged,
  listMetricSettingRows,
  type MetricSettingRow,
  setDirection,
} from './metric-settings.queries.ts';

export interface DirectionRequest {
  readonly key: string;
  /** `null`: as the name lets one expect. */
  readonly direction: Direction | null;
  /** Absent: stays. */
  readonly unit?: string | null | undefined;
}

export type MetricSettingsService = ReturnType<typeof createMetricSettingsService>;

export function createMetricSettingsService({ database, clock }: Ports, live: LiveService) {
  return {
    async list(workspace: WorkspaceScope): Promise<readonly MetricSettingRow[]> {
      return database.read(listMetricSettingRows, workspace.id);
    },

    async setDirection(
      workspace: WorkspaceScope,
      request: DirectionRequest,
      actor: Actor,
    ): Promise<DirectionChanged> {
      const changed = await database.write(
        setDirection,
        { ...request, unit: request.unit, workspaceId: workspace.id },
        { actor, nowMs: clock.nowMs() },
      );
      live.publish(workspace.id, { kind: 'resource', resource: 'metric-settings', id: request.key });
      return changed;
    },
  };
}
