import { jsonLines } from "@terskel/edge-agent";
import { readArguments } from "./arguments.ts";
import { StartProblem } from "./problem.ts";
import { startSimulator } from "./simulator.ts";

// The log goes to stderr; stdout has one line, when ready: {"ready":true,"url","controller"}.
const log = jsonLines((line) => process.stderr.write(line), Date.now);

const STOP_MS = 3000;

try {
  const simulator = await startSimulator(readArguments(process.argv.slice(2)), Date.now, log);

  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    // The doors are locked and everything is on disk: a broker that does not say goodbye holds nobody up.
    setTimeout(() => process.exit(0), STOP_MS).unref();
    void simulator.stop().then(() => process.exit(0));
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  process.on("disconnect", stop);

  const { url, controller } = simulator;
  process.stdout.write(`${JSON.stringify({ ready: true, url, controller })}\n`);
  // A parent that has gone meanwhile is told by "disconnect", not by an error here.
  process.send?.({ ready: url }, () => undefined);
} catch (error) {
  if (!(error instanceof StartProblem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.send?.({ failed: error.message }, () => undefined);
  process.exitCode = 1;
}
