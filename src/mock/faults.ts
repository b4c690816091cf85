import { problemStatus, Problem, type ProblemCode } from '#contract/problem.ts';
import { problemMediaType, toProblemBody } from '#contract/reply.ts';

/** What a test or a curious person can make go wrong between the studio and its backend. */
export interface FaultSettings {
  /** Every answer comes this much later, in milliseconds. */
  readonly delayMs: number;
  /** No call arrives: as if the network were gone. */
  readonly offline: boolean;
  /** Calls whose path contains `path` fail with this problem, this many times more. */
  readonly failing: readonly { readonly path: string; readonly code: ProblemCode; readonly times: number }[];
}

const calm: FaultSettings = { delayMs: 0, offline: false, failing: [] };

export type Faults = ReturnType<typeof createFaults>;

/** A layer of trouble around a backend. Without settings it passes everything on. */
export function createFaults(sleep: (ms: number) => Promise<void>) {
  let settings = calm;
  const openStreams = new Set<AbortController>();

  function takeFailure(path: string): ProblemCode | undefined {
    const at = settings.failing.findIndex((each) => each.times > 0 && path.includes(each.path));
    const found = settings.failing[at];
    if (found === undefined) return undefined;
    settings = { ...settings, failing: settings.failing.with(at, { ...found, times: found.times - 1 }) };
    return found.code;
  }

  /** Lets a test end a stream of events in the middle. */
  function cuttable(response: Response): Response {
    if (response.body === null || response.headers.get('content-type') !== 'text/event-stream')
      return response;
    const cut = new AbortController();
    openStreams.add(cut);
    const through = new TransformStream<Uint8Array, Uint8Array>();
    const forget = () => void openStreams.delete(cut);
    void response.body.pipeTo(through.writable, { signal: cut.signal }).then(forget, forget);
    return new Response(through.readable, response);
  }

  return {
    set(change: Partial<FaultSettings>): void {
      settings = { ...settings, ...change };
      if (settings.offline) this.cutStreams();
    },

    /** Ends every stream of events that is open now, as a lost connection would. */
    cutStreams(): void {
      for (const stream of openStreams) stream.abort(new TypeError('The connection was cut.'));
      openStreams.clear();
    },

    /** Answers like `answer`, with the trouble that is set. `undefined` means: the network failed. */
    async around(
      request: Request,
      answer: (request: Request) => Promise<Response>,
    ): Promise<Response | undefined> {
      if (settings.offline) return undefined;
      if (settings.delayMs > 0) await sleep(settings.delayMs);
      const code = takeFailure(new URL(request.url).pathname);
      if (code === undefined) return cuttable(await answer(request));
      const problem = new Problem(code, 'This failure was asked for.');
      return new Response(JSON.stringify(toProblemBody(problem)), {
        status: problemStatus[code],
        headers: { 'content-type': problemMediaType },
      });
    },
  };
}
