import { createHash, timingSafeEqual } from "node:crypto";
import { mayPublish, maySubscribe, parseTopic, topicOf } from "@terskel/edge-protocol";
import { controllerToken } from "../controller-keys.ts";
import type { AccessPorts } from "../ports.ts";
import type { Tx } from "../tx.ts";

/** What the broker asks before it lets a controller in. */
export type ControllerAuth = {
  /** Is this the controller's token in force? Rejects only when the database cannot be asked. */
  readonly authenticate: (controller: string, token: string) => Promise<boolean>;
  /** Its own topics towards the cloud only. */
  readonly mayPublish: (controller: string, topic: string) => boolean;
  /** Its own topics from the cloud only, each by its full name. */
  readonly maySubscribe: (controller: string, pattern: string) => boolean;
};

export function createControllerAuth(
  ports: Pick<AccessPorts, "keys" | "withContext">,
): ControllerAuth {
  return {
    mayPublish,
    maySubscribe,
    async authenticate(controller, token) {
      const known = isControllerId(controller);
      const generation = known ? await generationOf(ports, controller) : undefined;
      // An unknown controller costs the same derivation and comparison as a known one.
      const expected = controllerToken(ports.keys, known ? controller : "nobody", generation ?? 0);
      return equal(expected, token) && generation !== undefined;
    },
  };
}

function isControllerId(controller: string): boolean {
  return parseTopic(topicOf(controller, "hello"))?.controller === controller;
}

/** Digests first: they are of one length, so that not even the token's length shows in the time. */
function equal(expected: string, given: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(expected), digest(given));
}

async function generationOf(
  { withContext }: Pick<AccessPorts, "withContext">,
  controller: string,
): Promise<number | undefined> {
  const row = await withContext({ activity: "access.run-controllers" }, async (tx: Tx) =>
    tx
      .selectFrom("access.controllers")
      .select("token_generation")
      .where("id", "=", controller)
      .executeTakeFirst(),
  );
  return row?.token_generation;
}
