import { createMemoryDatabase } from '#adapters/database/sqlite/memory-database.ts';
import { migrations } from '#server/schema/migrations.ts';
import { documentsSuite } from './documents.suite.ts';

documentsSuite('SQLite', async () => createMemoryDatabase(migrations));
