import { openSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ConfigError, readConfig } from "@terskel/platform/config";
import type { Config } from "@terskel/platform/config";
import { AGENT_NODE_FLAGS } from "@terskel/edge-simulator/node-flags";
import { startEmbedded } from "@terskel/platform/db";
import type { EmbeddedDatabase } from "@terskel/platform/db";
import { enrolments, simulatorPort, simulatorPorts } from "../demo/enrolments.ts";
import { plainReason } from "../plain-reason.ts";
import { startChild } from "./child.ts";
import type { Child } from "./child.ts";
import { emptyDataFolder, keepMode, StartError, takeDataFolder } from "./data-folder.ts";
import { keepRunning } from "./keep-running.ts";
import { buildPortal } from "./portal-build.ts";
import { needPorts } from "./ports.ts";
import { makeFolder } from "@terskel/platform/folder";

/**
 * `npm start`: the database, the server and, in the demo, the door controllers, as processes of
 * their own, in this order; Ctrl-C ends them in the other. What cannot start is said in one line.
 */
const say = (line: string) => process.stdout.write(`${line}\n`);
const stops: (() => Promise<void> | void)[] = [];
let stopped: Promise<void> | undefined;
const stopAll = () =>
  (stopped ??= (async () => {
    for (const stop of stops.splice(0).toReversed()) await stop();
  })());

function fail(why: string): void {
  // Whoever asks for a stop in the middle of a start hears nothing of what it broke off.
  if (stopped) return;
  process.exitCode = 1;
  process.stderr.write(`${why}\n`);
  void stopAll().then(() => process.exit(1));
}

function onSignal() {
  say("Stopping …");
  void stopAll().then(() => process.exit(process.exitCode ?? 0));
}

async function supervised<C extends Child>(name: string, start: (before?: C) => Promise<C>) {
  const first = await start();
  const child = keepRunning(name, first, start, say, fail);
  stops.push(() => child.stop());
  return first;
}

async function startAll(config: Config, fresh: boolean) {
  if (fresh && config.production) throw new StartError(noFreshStart(config));
  stops.push(takeDataFolder(config.dataFolder));
  await needPorts("HOST", config.HOST, { PORT: config.PORT });
  if (!config.MQTT_URL) {
    await needPorts("MQTT_HOST", config.mqttHost, { MQTT_PORT: config.mqttPort });
  }
  if (!config.production) {
    // The demo's controllers have their pages above PORT, on this machine only.
    for (const port of simulatorPorts(config)) await needPorts("PORT", "127.0.0.1", { PORT: port });
  }
  keepMode(config.dataFolder, config.TERSKEL_MODE);
  if (fresh) emptyDataFolder(config.dataFolder);
  makeFolder(join(config.dataFolder, "log"));

  say(`Starting Terskel (${config.TERSKEL_MODE}); its data is in ${config.dataFolder}.`);
  const building = buildPortal();
  const starting = config.DATABASE_URL ?? startDatabase(config);
  await together<unknown>([building, Promise.resolve(starting)]);
  const env = {
    ...process.env,
    DATABASE_URL: await starting,
    TERSKEL_DATA: config.dataFolder,
  };
  const output = (file: string) =>
    config.production ? ("inherit" as const) : openSync(join(config.dataFolder, "log", file), "a");
  const script = fileURLToPath(new URL("../main.ts", import.meta.url));
  await supervised("The server", () =>
    startChild({
      name: "The server",
      script,
      env,
      output: output("server.log"),
      readyWithinMs: 60_000,
    }),
  );
  if (!config.production) await startDoors(config, output);
  say(`Terskel is ready at ${config.publicUrl.href.replace(/\/$/, "")}`);
}

/** Waits for all of them, also when one fails: what has started can then be stopped. */
async function together<T>(parts: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(parts);
  return await Promise.all(parts);
}

const noFreshStart = (config: Config) =>
  `--fresh deletes everything and is for the demo only. For a new installation set TERSKEL_DATA to an empty folder; ${config.dataFolder} is as it was.`;

async function startDatabase(config: Config): Promise<string> {
  // Always at the same address: whoever uses it finds it again.
  const database = await supervised<EmbeddedDatabase>("The database", (before) =>
    startEmbedded(config.dataFolder, {}, before),
  );
  return database.url;
}

async function startDoors(config: Config, output: (file: string) => number | "inherit") {
  const script = fileURLToPath(import.meta.resolve("@terskel/edge-simulator/main"));
  const doors = enrolments(config.dataFolder).map(({ folder, name }, index) => ({
    name,
    folder,
    port: simulatorPort(config, index),
  }));
  await together(
    doors.map(async ({ folder, name, port }) => {
      const args = [
        "--enrolment",
        join(folder, "enrolment.json"),
        "--cards",
        join(folder, "cards.json"),
      ];
      await supervised(`The door controller ${name}`, () =>
        startChild({
          name: `The door controller ${name}`,
          script,
          flags: AGENT_NODE_FLAGS,
          args: [...args, "--data", folder, "--port", String(port)],
          env: process.env,
          output: output(`${name}.log`),
          readyWithinMs: 15_000,
        }),
      );
    }),
  );
  for (const { name, port } of doors) say(`The doors of ${name} are at http://localhost:${port}`);
  say(`Choose a test person at ${new URL("/demo", config.publicUrl).href}`);
}

try {
  const { values } = parseArgs({ options: { fresh: { type: "boolean", default: false } } });
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  // The terminal was closed: the database, in a process group of its own, would go on.
  process.on("SIGHUP", onSignal);
  await startAll(readConfig(process.env, process.cwd()), values.fresh);
} catch (error) {
  fail(
    error instanceof ConfigError || error instanceof StartError
      ? error.message
      : plainReason(error),
  );
}
