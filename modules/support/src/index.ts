import type { Module } from "@terskel/kernel";
import { closeSilent } from "./close-silent.ts";
import { deskRoutes } from "./http-desk.ts";
import { ownRoutes } from "./http-mine.ts";
import { operatorRoutes } from "./http-operator.ts";
import { letterJobs } from "./letters.ts";
import type { SupportPorts } from "./ports.ts";
import { supportProcessing } from "./processing.ts";

export { supportProcessing };

/** Cases in which a person asks their organisation for help, and gets an answer. */
export function createSupport(ports: SupportPorts): Module {
  return {
    processing: supportProcessing,
    routes: [...ownRoutes(ports), ...deskRoutes(ports), ...operatorRoutes(ports)],
    jobs: [...letterJobs(ports), closeSilent(ports)],
  };
}
