import { runFacetsSuite } from './run-facets.suite.ts';
import { createWorld } from './run-world.suite.ts';

runFacetsSuite('SQLite', async (runs) => {
  const database = await createWorld(runs);
  return { database, close: () => database.close() };
});
