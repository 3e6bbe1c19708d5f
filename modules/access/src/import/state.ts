import { problem } from "@terskel/platform/problems";
import type { Tx } from "../tx.ts";
import type { Setting } from "./sheet.ts";
import type { Role } from "./roles.ts";

export type Member = {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  /** Has signed in: name and contact details are the person's own. */
  readonly claimed: boolean;
};
export type Named = { readonly id: string; readonly name: string };
export type Grant = {
  readonly id: string;
  readonly door: string;
  readonly member: string;
  readonly role: Role;
  readonly from: Date | null;
  readonly until: Date | null;
};
/** What an import meets: the organisation's people and groups, the site's units and doors. */
export type State = {
  readonly people: readonly Member[];
  readonly units: readonly Named[];
  readonly residents: readonly { readonly unit: string; readonly member: string }[];
  readonly groups: readonly Named[];
  readonly groupMembers: readonly { readonly group: string; readonly member: string }[];
  readonly doors: readonly Named[];
  /** Direct grants to the site's doors, one by one, that have not ended. */
  readonly grants: readonly Grant[];
};

/** @throws Problem `not-found` when the organisation has no such site */
export async function loadSetting(tx: Tx, organisation: string, site: string): Promise<Setting> {
  const found = await tx
    .selectFrom("kernel.sites as s")
    .innerJoin("kernel.organisations as o", "o.id", "s.organisation_id")
    .select(["o.country", "s.time_zone"])
    .where("s.id", "=", site)
    .where("o.id", "=", organisation)
    .executeTakeFirst();
  if (!found) throw problem("not-found", { reason: "no such site" });
  return { country: found.country === "SE" ? "SE" : "NO", timeZone: found.time_zone };
}

export async function loadState(
  tx: Tx,
  organisation: string,
  site: string,
  now: Date,
): Promise<State> {
  const people = await tx
    .selectFrom("kernel.memberships")
    .select(["id", "name", "email", "phone"])
    .select((eb) => eb("person_id", "is not", null).$castTo<boolean>().as("claimed"))
    .where("organisation_id", "=", organisation)
    .execute();
  const units = await tx
    .selectFrom("access.units")
    .select(["id", "name"])
    .where("site_id", "=", site)
    .execute();
  const residents = await tx
    .selectFrom("access.residents as r")
    .innerJoin("access.units as u", "u.id", "r.unit_id")
    .select(["r.unit_id as unit", "r.member_id as member"])
    .where("u.site_id", "=", site)
    .execute();
  const groups = await tx
    .selectFrom("access.groups")
    .select(["id", "name"])
    .where("organisation_id", "=", organisation)
    .execute();
  const groupMembers = await tx
    .selectFrom("access.group_members")
    .select(["group_id as group", "member_id as member"])
    .where("organisation_id", "=", organisation)
    .execute();
  const doors = await tx
    .selectFrom("access.doors")
    .select(["id", "name"])
    .where("site_id", "=", site)
    .execute();
  const grants = await tx
    .selectFrom("access.grants as g")
    .innerJoin("access.doors as d", "d.id", "g.door_id")
    .select(["g.id", "d.id as door", "g.valid_from as from", "g.valid_until as until"])
    .select((eb) => eb.ref("g.member_id").$castTo<string>().as("member"))
    .select((eb) => eb.ref("g.role").$castTo<Role>().as("role"))
    .where("d.site_id", "=", site)
    .where("g.member_id", "is not", null)
    .where((eb) => eb.or([eb("g.valid_until", "is", null), eb("g.valid_until", ">", now)]))
    .execute();
  return { people, units, residents, groups, groupMembers, doors, grants };
}
