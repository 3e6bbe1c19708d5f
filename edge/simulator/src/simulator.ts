import { createAgent, type Log } from "@terskel/edge-agent";
import { createSimulatedDoors } from "@terskel/edge-agent/simulated-doors";
import { enrolment as enrolmentSchema } from "@terskel/edge-protocol";
import type { Arguments } from "./arguments.ts";
import { cards as cardsSchema } from "./cards.ts";
import { readJsonFile } from "./json-file.ts";
import { createLive, type Live } from "./live.ts";
import { StartProblem } from "./problem.ts";
import { startServer } from "./server.ts";
import type { SiteView } from "./site.ts";

export type Simulator = {
  readonly url: string;
  readonly controller: string;
  stop(): Promise<void>;
};

/** A controller with simulated doors and its page. Throws StartProblem, and then has started nothing. */
export async function startSimulator(
  { enrolment: enrolmentFile, data, port, cards: cardsFile, maxPassages }: Arguments,
  clock: () => number,
  log: Log,
): Promise<Simulator> {
  const enrolment = readJsonFile(enrolmentFile, enrolmentSchema);
  const cards = cardsFile === undefined ? [] : readJsonFile(cardsFile, cardsSchema);
  const server = await startServer(port);
  // The hardware is told its doors before there is a page to show them.
  let live: Live | undefined;
  const hardware = createSimulatedDoors(() => live?.changed());
  const agent = await createAgent({
    enrolment,
    dataFolder: data,
    hardware,
    clock,
    log,
    ...(maxPassages === undefined ? {} : { maxPassages }),
  }).catch(async (error: unknown) => {
    await server.stop();
    throw new StartProblem(
      `${data} cannot be used: ${error instanceof Error ? error.message : ""}`,
    );
  });
  const view = (): SiteView => ({ doors: hardware.all(), status: agent.status() });
  live = createLive(view);
  server.serve({
    view,
    present: (door, kind, number, at) => hardware.present(door, kind, number, at),
    act: (door, act) => hardware.act(door, act),
    cards,
    live,
  });
  return {
    url: `http://127.0.0.1:${server.port}`,
    controller: enrolment.controller,
    async stop() {
      live.stop();
      await server.stop();
      await agent.stop();
    },
  };
}
