import { randomUUID } from "node:crypto";
import { setDoorLog } from "@terskel/access/api/log";
import { addController } from "@terskel/access/api/controllers";
import { addDoor, doors, sites } from "@terskel/access/api/places";
import { createVerifier, encodeUp, enrolment, topicOf } from "@terskel/edge-protocol";
import type { Passage } from "@terskel/edge-protocol";
import { people } from "@terskel/identity/api/people";
import type { Client } from "@terskel/tests/client";
import { connectAsync } from "mqtt";

/** A controller's end of the wire: it delivers batches, and waits until each passage is receipted. */
export type Controller = {
  readonly id: string;
  readonly doors: readonly string[];
  readonly deliver: (batches: readonly (readonly Passage[])[]) => Promise<void>;
  readonly stop: () => Promise<void>;
};

const doorsEach = 8;

/** A controller with doors, enrolled by who administers them. */
export async function enrol(chair: Client, organisation: string): Promise<Controller> {
  const params = { organisation };
  const [site] = (await chair.call(sites, { params, query: { limit: 1 } })).items;
  const body = { name: randomUUID(), site: site?.id ?? "" };
  const added = await chair.call(addController, { params, body });
  for (let n = 0; n < doorsEach; n += 1) {
    await chair.call(addDoor, {
      params,
      body: { name: randomUUID(), site: body.site, controller: added.id },
    });
  }
  const { items } = await chair.call(doors, { params, query: { limit: 200 } });
  const own = items.filter(({ controller }) => controller?.id === added.id).map(({ id }) => id);
  const given = enrolment.parse(added.enrolment);
  const verify = await createVerifier(given.cloudKeys, added.id);
  const client = await connectAsync(given.brokerUrl, {
    protocolVersion: 4,
    clientId: added.id,
    username: added.id,
    password: given.token,
  });
  const waiting = new Map<string, () => void>();
  const receive = async (payload: Uint8Array): Promise<void> => {
    const { events } = await verify("receipt", payload);
    for (const id of events) waiting.get(id)?.();
    for (const id of events) waiting.delete(id);
  };
  client.on("message", (_topic, payload) => void receive(payload));
  await client.subscribeAsync(topicOf(added.id, "receipt"), { qos: 1 });
  return {
    id: added.id,
    doors: own,
    async deliver(batches) {
      // A receipt is of a whole batch.
      const receipted = batches.map(
        async ([first]) => new Promise<void>((resolve) => waiting.set(first!.id, resolve)),
      );
      for (const events of batches) {
        const payload = Buffer.from(encodeUp("events", { events: [...events] }));
        await client.publishAsync(topicOf(added.id, "events"), payload, { qos: 1 });
      }
      await Promise.all(receipted);
    },
    stop: async () => client.endAsync(true),
  };
}

/** The organisation's people, as the doors know them. */
export const membersOf = async (chair: Client, organisation: string): Promise<string[]> =>
  (await chair.call(people, { params: { organisation }, query: { limit: 200 } })).items.map(
    ({ id }) => id,
  );

/** How many days each door's log is kept: the same at all, or another at each. */
export async function keep(
  chair: Client,
  organisation: string,
  controllers: readonly Controller[],
  daysOf: (door: number) => number,
): Promise<void> {
  const all = controllers.flatMap((controller) => controller.doors);
  for (const [at, door] of all.entries()) {
    const body = { logDays: daysOf(at) };
    await chair.call(setDoorLog, { params: { organisation, door }, body });
  }
}
