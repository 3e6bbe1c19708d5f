import type { Route } from "@terskel/platform/http";
import type { Job } from "@terskel/platform/jobs";
import type { AccessPorts } from "../ports.ts";
import { createControllerAuth, type ControllerAuth } from "./controller-auth.ts";
import { createDropped, type DropReason } from "./dropped.ts";

/** The running part of access: what passes between the controllers, the database and the portal. */
export type Runtime = {
  readonly routes: readonly Route[];
  readonly jobs: readonly Job[];
  /** Listens to the controllers and to the database. Rejects when either cannot be reached. */
  readonly start: () => Promise<void>;
  /** Ends every wait and every live stream. */
  readonly stop: () => Promise<void>;
  readonly controllerAuth: ControllerAuth;
  /** What came from controllers and was not acted on, since the start. */
  readonly dropped: () => Readonly<Record<DropReason, number>>;
};

export function createRuntime(ports: AccessPorts): Runtime {
  const dropped = createDropped(ports.log);
  return {
    routes: [],
    jobs: [],
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    controllerAuth: createControllerAuth(ports),
    dropped: dropped.counts,
  };
}
