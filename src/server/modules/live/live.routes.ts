import { watchWorkspace } from '#contract/live.ts';
import { handle, workspaceOf, type Handler } from '#server/http/handler.ts';
import { streamEvents } from '#server/http/event-stream.ts';

/** The longest that a watcher waits for events that could be merged with later ones. */
const mergeMs = 100;

export const liveHandlers: readonly Handler[] = [
  handle(watchWorkspace, async ({ query }, context) => {
    const { live, ports } = context.services;
    const workspaceId = workspaceOf(context).id;
    const asked = context.request.headers.get('last-event-id') ?? query.after;
    let position = asked === undefined ? live.position(workspaceId) : Number(asked);
    const take = () => {
      const { events, position: next } = live.after(workspaceId, position);
      position = next;
      return { events, message: { id: String(next), data: JSON.stringify(events) } };
    };
    return streamEvents({
      clock: ports.clock,
      signal: context.request.signal,
      mergeMs,
      listen: (wake) => live.listen(workspaceId, wake),
      // Also with no events: whoever heard nothing yet must know after what to ask when the stream breaks.
      first: take().message,
      take: () => {
        const { events, message } = take();
        return events.length === 0 ? undefined : message;
      },
    });
  }),
];
