import { type AuditService, createAuditService } from './modules/audit/audit.service.ts';
import { createLiveService, type LiveService } from './modules/live/live.service.ts';
import { createSampleService, type SampleService } from './modules/sample/sample.service.ts';
import { createWorkspacesService, type WorkspacesService } from './modules/workspaces/workspaces.service.ts';
import type { Ports } from './ports/ports.ts';

/** The services of all modules, made once per server. Routes and foreign protocols speak to these alone. */
export interface Services {
  readonly ports: Ports;
  readonly workspaces: WorkspacesService;
  readonly audit: AuditService;
  readonly live: LiveService;
  readonly sample: SampleService;
}

export function createServices(ports: Ports): Services {
  const live = createLiveService();
  live.startAt(ports.clock.nowMs());
  return {
    ports,
    live,
    sample: createSampleService(ports, live),
    workspaces: createWorkspacesService(ports),
    audit: createAuditService(ports),
  };
}
