import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPool, removeEmbedded, startEmbedded } from "@terskel/platform/db";
import { copyDemo } from "./demo-copy.ts";
import { eventually } from "./eventually.ts";
import { freePort } from "./ports.ts";
import { root, run } from "./process.ts";
import type { Running } from "./process.ts";

type Kind = "broker" | "server" | "controller";

/**
 * Broker, server and the cooperative's controller as processes that can be killed singly; so can the
 * database where the broker is in the server.
 */
export async function startPieces(options: { outsideBroker: boolean }) {
  const port = await freePort();
  const [mqttPort, doorsPort, databasePort] = [port + 1000, port + 2001, port + 2002];
  // A database that nobody kills need not be made anew.
  const copy = options.outsideBroker ? await copyDemo() : undefined;
  const data = copy?.data ?? mkdtempSync(join(tmpdir(), "terskel-faults-"));
  // On a TCP port of this machine, so that its address outlives a restart.
  const settings = { listen_addresses: "127.0.0.1", port: String(databasePort) };
  const startDatabase = async () => {
    // The embedded start waits at the socket, whose file is named after the port.
    return await startEmbedded(data, settings);
  };
  let database = copy ? undefined : await startDatabase();
  const databaseUrl =
    copy?.database.ownerUrl ?? `postgres://terskel@127.0.0.1:${databasePort}/terskel`;
  const pool = createPool(databaseUrl, { max: 2 });
  const running = new Map<Kind, Running>();
  const folder = join(data, "controllers", "solhaug");

  const commands: Record<Kind, () => Running> = {
    broker: () => run(join(root, "tests/support/outside-broker.ts"), [String(mqttPort)], {}),
    server: () =>
      run(join(root, "apps/server/src/main.ts"), [], {
        PORT: String(port),
        MQTT_PORT: String(mqttPort),
        TERSKEL_DATA: data,
        DATABASE_URL: databaseUrl,
        ...(options.outsideBroker ? { MQTT_URL: `mqtt://127.0.0.1:${mqttPort}` } : {}),
      }),
    controller: () =>
      run(
        join(root, "edge/simulator/src/main.ts"),
        [
          "--enrolment",
          join(folder, "enrolment.json"),
          "--data",
          folder,
          "--port",
          String(doorsPort),
        ],
        {},
      ),
  };

  async function start(kind: Kind) {
    const piece = commands[kind]();
    running.set(kind, piece);
    let ready = false;
    piece.child.on("message", (message: { ready?: unknown; failed?: string }) => {
      ready ||= message.ready !== undefined;
    });
    await eventually(
      `${kind} is ready`,
      () => {
        if (piece.child.exitCode !== null) throw new Error(piece.output());
        return ready;
      },
      40_000,
    );
  }
  const kill = async (kind: Kind) => await running.get(kind)?.kill("SIGKILL");

  if (options.outsideBroker) await start("broker");
  await start("server");
  await start("controller");
  const doorsUrl = `http://127.0.0.1:${doorsPort}`;
  const doors = await eventually("the controller has its doors", async () => {
    const view = (await (await fetch(`${doorsUrl}/doors`)).json()) as { doors: { id: string }[] };
    return view.doors.length > 0 && view.doors.map(({ id }) => id);
  });

  return {
    url: `http://localhost:${port}`,
    doorsUrl,
    pool,
    start,
    kill,
    /** The doors that the cooperative's controller runs, and the cards beside it. */
    doors,
    cards: (
      JSON.parse(readFileSync(join(folder, "cards.json"), "utf8")) as { number: string }[]
    ).map(({ number }) => number),
    output: (kind: Kind) => running.get(kind)?.output() ?? "",
    async killDatabase() {
      if (!database) throw new Error("The database is the tests'.");
      process.kill(database.pid, "SIGKILL");
      await database.ended;
    },
    async startDatabase() {
      database = await startDatabase();
    },
    async stop() {
      for (const piece of [...running.values()].toReversed()) await piece.kill("SIGKILL");
      await pool.end();
      await copy?.database.drop();
      await database?.stop();
      removeEmbedded(data);
      rmSync(data, { recursive: true, force: true });
    },
  };
}

export type Pieces = Awaited<ReturnType<typeof startPieces>>;

let users = 0;
let shared: Promise<Pieces> | undefined;

/**
 * For tests that `npm test` runs in one process: the first starts the pieces, with a broker outside, and the last stops
 * them. Called when a file is read, as all are before the first test has ended. Each leaves every piece running, and
 * the door as it found it.
 */
export function sharePieces() {
  users += 1;
  return {
    start: async () => await (shared ??= startPieces({ outsideBroker: true })),
    async stop() {
      users -= 1;
      if (users > 0) return;
      await (await shared)?.stop();
      shared = undefined;
    },
  };
}
