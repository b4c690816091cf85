import { createMemoryDatabase } from '#adapters/database/sqlite/memory-database.ts';
import { migrations } from '#server/schema/migrations.ts';
import { consoleSuite } from './console.suite.ts';

consoleSuite('SQLite', async () => createMemoryDatabase(migrations));
