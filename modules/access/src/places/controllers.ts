import { enrolment, publicKeyOf } from "@terskel/edge-protocol";
import type { Enrolment } from "@terskel/edge-protocol";
import { addJob } from "@terskel/platform/jobs";
import { problem as common } from "@terskel/platform/problems";
import type { Keys } from "@terskel/platform/keys";
import { checkDoorRules } from "../areas/check.ts";
import { writing } from "../constraints.ts";
import { cloudSigningKey, controllerToken, credentialKey } from "../controller-keys.ts";
import { wireFreeDoors } from "../door-changes.ts";
import { queueLists } from "../lists-changed.ts";
import type { ByName } from "../place-in-list.ts";
import { problem } from "../problems.ts";
import { queueCutOff } from "../runtime/cut-off.ts";
import type { Tx } from "../tx.ts";

export type EnrolmentPorts = { readonly keys: Keys; readonly brokerUrl: string };

/** By name, each with its site. */
export async function listControllers(tx: Tx, limit: number, after: ByName) {
  let query = tx
    .selectFrom("access.controllers as c")
    .innerJoin("kernel.sites as s", "s.id", "c.site_id")
    .select(["c.id", "c.name", "c.online", "c.last_seen_at", "c.list_revision", "c.list_reported"])
    .select(["c.list_problem", "c.clock_ahead_seconds"])
    .select(["s.id as site_id", "s.name as site_name"])
    .orderBy("c.name")
    .orderBy("c.id");
  if (after)
    query = query.where((eb) => eb(eb.refTuple("c.name", "c.id"), ">", eb.tuple(...after)));
  return await query.limit(limit).execute();
}

/**
 * Registers a controller; it runs those of the site's doors that no other runs.
 * @throws Problem `name-taken`, `not-found`; see `checkDoorRules`
 */
export async function addController(
  tx: Tx,
  ports: EnrolmentPorts,
  organisation: string,
  controller: { name: string; site: string },
): Promise<Enrolment> {
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
  await checkDoorRules(tx, organisation);
  await queueLists(tx, organisation);
  return enrol(ports, { id, organisation, generation: 1 });
}

/** @throws Problem `not-found`, `name-taken` */
export async function changeController(tx: Tx, id: string, name: string): Promise<void> {
  const changed = await writing(
    tx
      .updateTable("access.controllers")
      .set({ name })
      .where("id", "=", id)
      .returning("id")
      .executeTakeFirst(),
  );
  if (!changed) throw common("not-found");
}

/** So long a controller that is removed may take to get its last list, before it is cut off. */
const LAST_LIST_MS = 5_000;

/**
 * Its token is void at once, and if it is there it is told to run no door: the list that took its
 * last one away may not have reached it.
 * @throws Problem `not-found`; `controller-in-use` while it runs a door
 */
export async function removeController(tx: Tx, id: string, now: Date): Promise<void> {
  // Locked before one looks, so that it is not given a door meanwhile.
  const found = await tx
    .selectFrom("access.controllers")
    .select(["list_revision", "list_reported"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw common("not-found");
  const door = await tx
    .selectFrom("access.doors")
    .select("id")
    .where("controller_id", "=", id)
    .limit(1)
    .executeTakeFirst();
  if (door) throw problem("controller-in-use");
  await tx.deleteFrom("access.controllers").where("id", "=", id).execute();
  const revision = Math.max(found.list_revision, found.list_reported) + 1;
  await addJob(tx, "access.retire-controller", { controller: id, revision });
  await queueCutOff(tx, id, new Date(now.getTime() + LAST_LIST_MS));
}

/**
 * A new enrolment for a controller whose file was lost. The one before it is void at once, and whoever
 * is connected by it is cut off.
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
  await queueCutOff(tx, id);
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
