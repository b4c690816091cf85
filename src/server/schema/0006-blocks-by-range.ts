import type { Migration } from '#server/ports/migration.ts';

/**
 * Finds the blocks of a long series that a zoomed chart needs, without passing over all of them. Only full blocks are
 * in it: they never change again, so logging pays for an entry once in 1,024 points.
 */
export const blocksByRange: Migration = {
  version: 6,
  name: 'blocks-by-range',
  statements: [
    `CREATE INDEX metric_block_by_step ON metric_block (series_id, min_step, max_step, block_number)
       WHERE point_count = 1024`,
    `CREATE INDEX metric_block_by_time ON metric_block (series_id, min_at_ms, max_at_ms, block_number)
       WHERE point_count = 1024`,
  ],
};
