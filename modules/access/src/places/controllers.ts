import { enrolment, publicKeyOf } from "@terskel/edge-protocol";
import type { Enrolment } from "@terskel/edge-protocol";
import { problem as common } from "@terskel/platform/problems";
import type { Keys } from "@terskel/platform/keys";
import { writing } from "../constraints.ts";
import { cloudSigningKey, controllerToken, credentialKey } from "../controller-keys.ts";
import { wireFreeDoors } from "../door-changes.ts";
import { refuseIdentityNumbers } from "../free-text.ts";
import { queueLists } from "../lists-changed.ts";
import type { ByName } from "../place-in-list.ts";
import type { Tx } from "../tx.ts";

export type EnrolmentPorts = { readonly keys: Keys; readonly brokerUrl: string };

/** By name, each with its site. */
export async function listControllers(tx: Tx, limit: number, after: ByName) {
  let query = tx
    .selectFrom("access.controllers as c")
    .innerJoin("kernel.sites as s", "s.id", "c.site_id")
    .select(["c.id", "c.name", "c.online", "c.last_seen_at", "c.list_revision", "c.list_reported"])
    .select(["s.id as site_id", "s.name as site_name"])
    .orderBy("c.name")
    .orderBy("c.id");
  if (after)
    query = query.where((eb) => eb(eb.refTuple("c.name", "c.id"), ">", eb.tuple(...after)));
  return await query.limit(limit).execute();
}

/**
 * Registers a controller; it runs those of the site's doors that no other runs.
 * @throws Problem `name-taken`, `not-found`
 */
export async function addController(
  tx: Tx,
  ports: EnrolmentPorts,
  organisation: string,
  controller: { name: string; site: string },
): Promise<Enrolment> {
  refuseIdentityNumbers({ name: controller.name });
  const { id } = await writing(
    tx
      .insertInto("access.controllers")
      .values({
        organisation_id: organisation,
        site_id: controller.site,
        name: controller.name,
      })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  await wireFreeDoors(tx, id, controller.site);
  await queueLists(tx, organisation);
  return enrol(ports, { id, organisation, generation: 1 });
}

/**
 * A new enrolment for a controller whose file was lost. The one before it is void at once.
 * @throws Problem `not-found`
 */
export async function renewEnrolment(
  tx: Tx,
  ports: EnrolmentPorts,
  organisation: string,
  id: string,
): Promise<Enrolment> {
  const row = await tx
    .updateTable("access.controllers")
    .set((eb) => ({ token_generation: eb("token_generation", "+", 1) }))
    .where("id", "=", id)
    .returning("token_generation")
    .executeTakeFirst();
  if (!row) throw common("not-found");
  return enrol(ports, { id, organisation, generation: row.token_generation });
}

function enrol(
  { keys, brokerUrl }: EnrolmentPorts,
  { id, organisation, generation }: { id: string; organisation: string; generation: number },
): Enrolment {
  return enrolment.parse({
    controller: id,
    token: controllerToken(keys, id, generation),
    brokerUrl,
    cloudKeys: [publicKeyOf(cloudSigningKey(keys))],
    credentialKey: credentialKey(keys, organisation),
  });
}
