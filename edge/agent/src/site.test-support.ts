import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { createAgent, type Agent } from "./agent.ts";
import { eventually } from "./eventually.ts";
import type { Log } from "./log.ts";
import { createSimulatedDoors, type SimulatedDoors } from "./simulated-doors.ts";
import { createTestCloud, type TestCloud } from "./test-cloud.ts";

export type Site = {
  cloud: TestCloud;
  doors: SimulatedDoors;
  agent: Agent;
  door: string;
  lines: string[];
  restart(clock?: () => number): Promise<void>;
  passages(): { id: string; outcome: string; reason: string }[];
};

/** An agent that is online, and has no list yet. */
export async function site(t: TestContext, clock: () => number = Date.now): Promise<Site> {
  const cloud = await createTestCloud();
  const dataFolder = mkdtempSync(join(tmpdir(), "terskel-agent-"));
  const lines: string[] = [];
  const log: Log = (level, event, fields) =>
    void lines.push(JSON.stringify({ level, event, ...fields }));
  const start = async (clock: () => number): Promise<[SimulatedDoors, Agent]> => {
    const hardware = createSimulatedDoors();
    const { enrolment } = cloud;
    const agent = await createAgent({
      enrolment,
      dataFolder,
      hardware,
      clock,
      log,
      resendAfterMs: 100,
    });
    await eventually("online", () => agent.status().online);
    return [hardware, agent];
  };
  const [doors, agent] = await start(clock);
  const self: Site = {
    cloud,
    doors,
    agent,
    door: cloud.doors[0]!.id,
    lines,
    async restart(again = clock) {
      await self.agent.stop();
      [self.doors, self.agent] = await start(again);
    },
    passages: () => cloud.received.events.flatMap((batch) => batch.events),
  };
  t.after(async () => {
    await self.agent.stop();
    await cloud.stop();
    rmSync(dataFolder, { recursive: true });
  });
  await eventually("hello", () => cloud.received.hello.length > 0);
  return self;
}

/** The same with the first list in force, and its locks told. */
export async function withList(t: TestContext): Promise<Site> {
  const it = await site(t);
  await it.cloud.send("list", await it.cloud.sign("list", it.cloud.list()));
  await eventually("the list in force", () => it.agent.status().revision === 1);
  await eventually("the locks' states", () => it.cloud.received.state.length === 2);
  return it;
}
