import { killRounds } from '#checks/crash/kill-rounds.ts';
import { parseArgs } from 'node:util';

/** `npm run torture -- [--rounds N]`: kills the server under load again and again, and says what was lost. */
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '200' } } });
const rounds = Number(values.rounds);
let total = 0;

const losses = await killRounds({
  rounds,
  clients: 4,
  random: Math.random,
  onRound(round, acknowledged) {
    total += acknowledged;
    if ((round + 1) % 10 === 0)
      process.stdout.write(`${round + 1} of ${rounds} kills, ${total} points acknowledged\n`);
  },
});

for (const loss of losses.slice(0, 50)) process.stdout.write(`${loss}\n`);
process.stdout.write(`${rounds} kills, ${total} points acknowledged, ${losses.length} lost or doubled\n`);
process.exitCode = losses.length === 0 ? 0 : 1;
