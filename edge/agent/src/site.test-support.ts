import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import type { Alarm, Loss, Passage } from "@terskel/edge-protocol";
import { createAgent, type Agent } from "./agent.ts";
import { eventually } from "./eventually.ts";
import type { Log } from "./log.ts";
import { createSimulatedDoors, type SimulatedDoors } from "./simulated-doors.ts";
import { createTestCloud, type TestCloud } from "./test-cloud.ts";

/** A controller with two simulated doors, and the cloud's end of the wire. */
export type Site = {
  cloud: TestCloud;
  doors: SimulatedDoors;
  agent: Agent;
  door: string;
  lines: string[];
  restart(clock?: () => number): Promise<void>;
  /** What reached the cloud, each once however often it was sent. */
  passages(): Passage[];
  losses(): Loss[];
  /** What was told of alarms, each telling once. */
  alarms(): Alarm[];
  /** How many passages were sent, each as often as it was. */
  sent(): number;
  /** The broker goes, and the controller has noticed: what happens now cannot be on its way. */
  cutOff(): Promise<void>;
};

type Options = { readonly clock?: () => number; readonly maxPassages?: number };

/** A passage is sent again until it is receipted; how often, the machine's load says. */
const once = <E extends { readonly id: string }>(events: readonly E[]): E[] => [
  ...new Map(events.map((event) => [event.id, event])).values(),
];

/** Started, online and greeted; ends with the test. */
export async function site(
  t: TestContext,
  { clock = Date.now, maxPassages = 100_000 }: Options = {},
): Promise<Site> {
  const cloud = await createTestCloud();
  const dataFolder = mkdtempSync(join(tmpdir(), "terskel-agent-"));
  const told = () => cloud.received.events.flatMap((batch) => batch.events);
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
      maxPassages,
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
    passages: () => once(told().filter((event) => "outcome" in event)),
    alarms: () => once(told().filter((event) => "alarm" in event)),
    losses: () => once(told().filter((event) => "since" in event)),
    sent: () => told().filter((event) => "outcome" in event).length,
    async cutOff() {
      await cloud.brokerDown();
      await eventually("offline", () => !self.agent.status().online);
    },
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
export async function withList(t: TestContext, options: Options = {}): Promise<Site> {
  const it = await site(t, options);
  await it.cloud.sendList(it.cloud.list());
  await eventually("the list in force", () => it.agent.status().revision === 1);
  await eventually("the locks' states", () => it.cloud.received.state.length === 2);
  return it;
}

/** How many times the first door has unlocked since the start. */
export const unlocks = (it: Site): number => it.doors.all()[0]!.unlockCount;
