export interface SampleRequest {
  /** As one would give to `mlflow.set_tracking_uri`. */
  readonly trackingUri: string;
  /** Called after each training with how many are done of how many. */
  readonly onProgress: (done: number, of: number) => void;
}

/** Where programs run that are not to hold up the server. */
export interface Compute {
  /**
   * Trains the sample models in a process (in the browser: a worker) of their own, which logs over the public API.
   * Resolves when all are done; rejects with a `Problem` that says why the program ended early.
   */
  trainSample(request: SampleRequest): Promise<void>;
  /** Ends what still runs. */
  close(): Promise<void>;
}
