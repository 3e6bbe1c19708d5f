export { createAgent, type Agent, type AgentOptions, type AgentStatus } from "./agent.ts";
export type { DoorHardware, HardwareListener, Presented, Verdict } from "./hardware.ts";
export type { ListedDoor } from "./list-in-force.ts";
export { jsonLines, type Log, type LogFields, type LogLevel } from "./log.ts";
