import { getSample, startSample } from '#contract/sample.ts';
import { handle, workspaceOf, type Handler } from '#server/http/handler.ts';
import { trackingUriOf } from '#server/http/tracking-uri.ts';

export const sampleHandlers: readonly Handler[] = [
  handle(getSample, async (_input, context) => context.services.sample.state(workspaceOf(context))),
  handle(startSample, async (_input, context) => {
    const workspace = workspaceOf(context);
    const base = context.services.ports.settings.publicUrl ?? new URL(context.request.url).origin;
    return context.services.sample.start(
      workspace,
      trackingUriOf(base, workspace.slug),
      context.caller.actor,
    );
  }),
];
