import type { Compute, SampleRequest } from '#server/ports/compute.ts';

/** Programs as tasks of the page itself, for the backend that runs in a browser. */
export function createInPageCompute(train: (request: SampleRequest) => Promise<void>): Compute {
  return {
    trainSample: async (request) => train(request),
    async close() {
      // A task of the page ends with the page.
    },
  };
}
