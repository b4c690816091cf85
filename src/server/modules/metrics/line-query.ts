import type { XAxis } from '#contract/metrics.ts';
import type { Smoothing } from '#domain/drawing/smoothing.ts';

/** What a chart asks: one metric of several runs. */
export interface LineQuery {
  readonly workspaceId: number;
  readonly runIds: readonly string[];
  readonly key: string;
  readonly x: XAxis;
  /** Another metric that is x instead. */
  readonly xKey?: string | undefined;
  /** Bounds on x, both included; absent: all. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** The most buckets of a line; at least 2. */
  readonly maxBuckets: number;
  readonly smoothing?: Smoothing | undefined;
  /** By run: the cursor of the line that the client has. */
  readonly since?: Readonly<Record<string, string>> | undefined;
}
