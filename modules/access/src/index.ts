import type { Module } from "@terskel/kernel";
import { accessProcessing } from "./processing.ts";
import type { AccessPorts } from "./ports.ts";

export { accessProcessing };
export type { AccessPorts };

/** Doors, who may open them, and what happened at them. */
export function createAccess(_ports: AccessPorts): Module {
  return { processing: accessProcessing, routes: [], jobs: [] };
}
