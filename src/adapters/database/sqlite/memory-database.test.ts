import { databaseSuite } from '../database.suite.ts';
import { probeMigrations } from '../probe.ts';
import { createMemoryDatabase } from './memory-database.ts';

databaseSuite('SQLite in memory', {
  keepsData: false,
  sameThread: true,
  reset: () => Promise.resolve(),
  open: () => Promise.resolve(createMemoryDatabase(probeMigrations)),
});
