import type { Migration } from '#server/ports/migration.ts';

/** Console output of runs, in portions of some kilobytes. */
export const consoleOutput: Migration = {
  version: 5,
  name: 'console-output',
  statements: [
    // `start_*` count from the beginning of the log. `error_lines`: numbers of lines, from 0, separated by commas.
    `CREATE TABLE console_part (
      id {id},
      run {int} NOT NULL,
      log_name TEXT NOT NULL,
      part_number {int} NOT NULL,
      start_byte {int} NOT NULL,
      start_line {int} NOT NULL,
      byte_count {int} NOT NULL,
      line_count {int} NOT NULL,
      first_at_ms {int} NOT NULL,
      error_count {int} NOT NULL,
      error_lines TEXT NOT NULL,
      content {bytes} NOT NULL,
      UNIQUE (run, log_name, part_number)
    )`,
  ],
};
