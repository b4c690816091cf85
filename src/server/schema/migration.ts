export type { Migration } from '#server/ports/migration.ts';
