import { parseArgs } from 'node:util';
import type { Bench } from './bench.ts';
import { logging } from './cases/logging.ts';
import { toJsonLine, toTable, type Result } from './result.ts';

/** Every benchmark, in the order they run. */
const benches: readonly Bench[] = [logging];

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

const results: Result[] = [];
for (const bench of chosen) {
  if (!values.json) process.stderr.write(`${bench.name} …\n`);
  const found = await bench.run();
  results.push(...found);
  if (values.json) for (const result of found) process.stdout.write(`${toJsonLine(result)}\n`);
}
if (!values.json) process.stdout.write(`${toTable(results)}\n`);
