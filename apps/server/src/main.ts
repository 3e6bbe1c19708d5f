import { ConfigError, readConfig } from "@terskel/platform/config";
import { createLog } from "@terskel/platform/log";
import { plainReason } from "./plain-reason.ts";
import { startServer } from "./server.ts";

/**
 * The server as a process of its own. Says `{ ready: url }` or `{ failed: reason }` to the process
 * that started it, if one did, which tells people; ends when that one does.
 */
try {
  const config = readConfig(process.env, process.cwd());
  const log = createLog(config.LOG_LEVEL);
  const server = await startServer(config, log);
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    // Whatever hangs while stopping does not keep the process alive.
    setTimeout(() => process.exit(1), 10_000).unref();
    void server.stop().then(() => process.exit(0));
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  process.on("disconnect", stop);
  log.info({ url: config.publicUrl.href }, "ready");
  // A starter that has gone meanwhile is told by "disconnect", not by an error here.
  process.send?.({ ready: config.publicUrl.href }, () => undefined);
} catch (error) {
  const reason = error instanceof ConfigError ? error.message : plainReason(error);
  if (process.send) process.send({ failed: reason }, () => process.exit(1));
  else {
    process.stderr.write(`${reason}\n`);
    process.exit(1);
  }
}
