import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Bench } from './bench.ts';
import { buckets } from './cases/buckets.ts';
import { driver } from './cases/driver.ts';
import { filtersBench } from './cases/filters.ts';
import { history } from './cases/history.ts';
import { logging } from './cases/logging.ts';
import { search } from './cases/search.ts';
import { start } from './cases/start.ts';
import { studio } from './cases/studio.ts';
import { table } from './cases/table.ts';
import { hasMlflow } from './mlflow-server.ts';
import { toJsonLine, toTable, type Result } from './result.ts';

/** Every benchmark, in the order they run. */
const benches: readonly Bench[] = [
  logging,
  driver,
  search,
  table,
  filtersBench,
  history,
  buckets,
  start,
  studio,
];

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, only: { type: 'string' }, help: { type: 'boolean' } },
});

if (values.help === true) {
  process.stdout.write(
    `npm run bench -- [--json] [--only NAME]\nNames: ${benches.map(({ name }) => name).join(', ')}\n`,
  );
  process.exit(0);
}

const chosen = benches.filter(({ name }) => values.only === undefined || name.startsWith(values.only));
if (chosen.length === 0) {
  process.stderr.write(
    `There is no benchmark named "${values.only}". There are: ${benches.map(({ name }) => name).join(', ')}\n`,
  );
  process.exit(2);
}

// Ended by a signal, the servers beside us are ended too.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const [load = 0] = loadavg();
if (load > 1) {
  process.stderr.write(
    `Others are at work on this machine (load average ${load.toFixed(1)}): the figures will be worse than they are.\n`,
  );
}
if (!hasMlflow()) {
  process.stderr.write(
    'MLflow is not here to compare with: `npm run test:interop` installs it. Its column stays empty.\n',
  );
}

const results: Result[] = [];
for (const bench of chosen) {
  if (!values.json) process.stderr.write(`${bench.name} …\n`);
  const found = await bench.run();
  results.push(...found);
  if (values.json) for (const result of found) process.stdout.write(`${toJsonLine(result)}\n`);
}
if (!values.json) process.stdout.write(`${toTable(results)}\n`);
