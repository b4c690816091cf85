import { runSearchSuite } from './run-search.suite.ts';
import { createWorld } from './run-world.suite.ts';

runSearchSuite(
  'SQLite',
  async (runs) => {
    const database = await createWorld(runs);
    return { database, close: () => database.close() };
  },
  60,
);
