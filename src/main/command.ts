import { Problem } from '#contract/problem.ts';
import { helpText } from './help-text.ts';
import type { RunningServer } from './run-server.ts';
import { readSettings, type Settings } from './settings.ts';

/** The latest moment, after being asked to stop, at which the process is gone. */
const stopWithinMs = 1900;

/**
 * Runs the server as a command: reads what was asked for, starts, tells the address, and stops on SIGINT or SIGTERM.
 * An expected failure is one line on standard error and exit code 1.
 *
 * @param prepare what has to happen before the server starts, such as building the studio
 */
export async function runCommand(prepare: (settings: Settings) => Promise<void>): Promise<void> {
  try {
    const request = await readSettings(process.argv.slice(2), process.env, process.cwd());
    if (request.ask === 'help') {
      process.stdout.write(helpText);
      return;
    }
    const { readVersion, runServer } = await import('./run-server.ts');
    if (request.ask === 'version') {
      console.log(`atelier ${await readVersion()}`);
      return;
    }
    await prepare(request.settings);
    const server = await runServer(request.settings);
    stopOnSignals(server);
    process.stdout.write(greeting(request.settings.publicUrl ?? server.url, request.settings.home));
  } catch (error) {
    fail(error);
  }
}

/** One line for what was expected; what was not is a mistake of ours and shows where it happened. */
function fail(error: unknown): void {
  console.error(error instanceof Problem ? `atelier: ${error.message}` : error);
  process.exit(1);
}

function stopOnSignals(server: RunningServer): void {
  let asked = false;
  const stop = () => {
    // One Ctrl-C arrives twice, from the terminal and handed on by npm; and two seconds are short enough to wait.
    if (asked) return;
    asked = true;
    setTimeout(() => process.exit(1), stopWithinMs).unref();
    server.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function greeting(url: string, home: string): string {
  return `Atelier is at ${url}   (home: ${home}, stop with Ctrl-C)

Log to it from Python:

  import mlflow
  mlflow.set_tracking_uri("${url}")
  with mlflow.start_run(): mlflow.log_metric("loss", 0.25)

`;
}
