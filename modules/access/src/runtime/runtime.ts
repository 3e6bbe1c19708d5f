import type { Route } from "@terskel/platform/http";
import type { Job } from "@terskel/platform/jobs";
import type { AccessPorts } from "../ports.ts";
import { confirmationJobs } from "./confirm-lists.ts";
import { forgetSilent } from "./connections.ts";
import { createControllerAuth, type ControllerAuth } from "./controller-auth.ts";
import { createDropped, type DropReason } from "./dropped.ts";
import { runtimeRoutes } from "./http.ts";
import { cutOffJob } from "./cut-off.ts";
import { dropPartitions, logJobs, makePartitions } from "./keep-log.ts";
import { createInbox } from "./inbox.ts";
import { createListener } from "./listener.ts";
import { createLive } from "./live.ts";
import { listJobs } from "./publish-lists.ts";
import { createListSender, createSender } from "./sender.ts";
import { createWaits } from "./waits.ts";

/** The running part of access: what passes between the controllers, the database and the portal. */
export type Runtime = {
  readonly routes: readonly Route[];
  readonly jobs: readonly Job[];
  /** Listens to the database and to the controllers. Rejects when either cannot be reached. */
  readonly start: () => Promise<void>;
  /** Ends every wait and every live stream; what comes later is not acted on. */
  readonly stop: () => Promise<void>;
  readonly controllerAuth: ControllerAuth;
  /** What came from controllers and was not acted on, since the start. */
  readonly dropped: () => Readonly<Record<DropReason, number>>;
};

/** The longest that a controller waits before it tries to reach the broker again, and a little. */
const SILENT_AFTER_MS = 45_000;

export function createRuntime(ports: AccessPorts): Runtime {
  const dropped = createDropped(ports.log);
  const waits = createWaits(dropped);
  const send = createSender(ports);
  const live = createLive(ports);
  const listener = createListener({ pool: ports.listen, now: ports.now, log: ports.log }, live);
  const inbox = createInbox({ ports, dropped, send, waits });
  let silence: NodeJS.Timeout | undefined;

  return {
    routes: runtimeRoutes(ports, { ports, send, waits }, live),
    jobs: [
      ...listJobs(ports, createListSender(ports)),
      ...confirmationJobs(ports, send),
      cutOffJob(ports),
      ...logJobs(ports),
    ],
    controllerAuth: createControllerAuth(ports),
    dropped: dropped.counts,
    async start() {
      const startedAt = ports.now();
      // Before anything can come in, and before anything can be read.
      await makePartitions(ports);
      await dropPartitions(ports).catch((error: unknown) =>
        ports.log.warn({ err: error }, "the log's expired parts are dropped a little later"),
      );
      await listener.start();
      await inbox.open();
      silence = setTimeout(() => {
        forgetSilent(ports, startedAt).catch((error: unknown) =>
          ports.log.warn({ err: error }, "silent controllers are still shown as online"),
        );
      }, SILENT_AFTER_MS).unref();
    },
    async stop() {
      clearTimeout(silence);
      inbox.close();
      waits.stop();
      live.stop();
      await listener.stop();
    },
  };
}
