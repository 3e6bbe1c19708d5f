import { sql } from "kysely";
import type { Tx } from "../tx.ts";
import { problem } from "./problems.ts";
import type { Writes } from "./writes.ts";

/** Writes a plan, each table in one statement, however many rows. */
export async function applyWrites(
  tx: Tx,
  organisation: string,
  site: string,
  writes: Writes,
): Promise<void> {
  try {
    const idOf = await newIds(
      tx,
      [...writes.addPeople, ...writes.addUnits, ...writes.addGroups].map(({ ref }) => ref),
    );
    await writePeople(tx, organisation, writes, idOf);
    await writePlaces(tx, organisation, site, writes, idOf);
    await writeGrants(tx, organisation, writes, idOf);
  } catch (error) {
    // What the plan was made from is no longer so: a unique value taken (23505) or a row gone (23503)
    // between the plan and here. Nothing is written.
    if (["23505", "23503"].includes((error as { code?: string }).code ?? "")) {
      throw problem("plan-changed", { cause: error, reason: "written by somebody else meanwhile" });
    }
    throw error;
  }
}

/** Ids for what is added, made where all ids are. */
async function newIds(tx: Tx, refs: readonly string[]): Promise<(ref: string) => string> {
  const { rows } = await sql<{ id: string }>`
    select uuidv7() as id from generate_series(1, ${refs.length}::int)`.execute(tx);
  const ids = new Map(refs.map((ref, index) => [ref, rows[index]?.id ?? ""]));
  return (ref) => ids.get(ref) ?? ref;
}

type IdOf = (ref: string) => string;

async function writePeople(tx: Tx, organisation: string, writes: Writes, idOf: IdOf) {
  const added = writes.addPeople.map(({ ref, ...details }) => ({ id: idOf(ref), ...details }));
  if (added.length > 0) {
    await sql`
      insert into kernel.memberships (id, organisation_id, name, email, phone, role, source)
      select id, ${organisation}::uuid, name, email, phone, 'member', 'import'
        from json_to_recordset(${JSON.stringify(added)}::json)
          as p (id uuid, name text, email text, phone text)`.execute(tx);
  }
  await change(
    writes.changePeople.length,
    // A person who signs in between the preview and here has taken the details over.
    () =>
      sql`
      update kernel.memberships m
         set name = coalesce(p.name, m.name), email = coalesce(p.email, m.email),
             phone = coalesce(p.phone, m.phone)
        from json_to_recordset(${JSON.stringify(writes.changePeople)}::json)
          as p (id uuid, name text, email text, phone text)
       where m.id = p.id and m.organisation_id = ${organisation}::uuid
         and m.person_id is null`.execute(tx),
  );
}

async function writePlaces(tx: Tx, organisation: string, site: string, writes: Writes, idOf: IdOf) {
  const named = (list: Writes["addUnits"]) =>
    JSON.stringify(list.map(({ ref, name }) => ({ id: idOf(ref), name })));
  const pairs = (list: readonly { place: string; person: string }[]) =>
    JSON.stringify(list.map(({ place, person }) => ({ place: idOf(place), person: idOf(person) })));
  if (writes.addUnits.length > 0) {
    await sql`
      insert into access.units (id, organisation_id, site_id, name)
      select id, ${organisation}::uuid, ${site}::uuid, name
        from json_to_recordset(${named(writes.addUnits)}::json) as u (id uuid, name text)`.execute(
      tx,
    );
  }
  if (writes.addGroups.length > 0) {
    await sql`
      insert into access.groups (id, organisation_id, name)
      select id, ${organisation}::uuid, name
        from json_to_recordset(${named(writes.addGroups)}::json) as g (id uuid, name text)`.execute(
      tx,
    );
  }
  // Put there by somebody else meanwhile: then it is as the file says already.
  if (writes.addResidents.length > 0) {
    const list = writes.addResidents.map(({ unit, person }) => ({ place: unit, person }));
    await sql`
      insert into access.residents (organisation_id, unit_id, member_id)
      select ${organisation}::uuid, place, person
        from json_to_recordset(${pairs(list)}::json) as r (place uuid, person uuid)
          on conflict do nothing`.execute(tx);
  }
  if (writes.addGroupMembers.length > 0) {
    const list = writes.addGroupMembers.map(({ group, person }) => ({ place: group, person }));
    await sql`
      insert into access.group_members (organisation_id, group_id, member_id)
      select ${organisation}::uuid, place, person
        from json_to_recordset(${pairs(list)}::json) as m (place uuid, person uuid)
          on conflict do nothing`.execute(tx);
  }
}

async function writeGrants(tx: Tx, organisation: string, writes: Writes, idOf: IdOf) {
  const added = writes.addGrants.map((grant) => ({ ...grant, person: idOf(grant.person) }));
  if (added.length > 0) {
    await sql`
      insert into access.grants (organisation_id, door_id, member_id, role, valid_from, valid_until)
      select ${organisation}::uuid, door, person, role, "from", until
        from json_to_recordset(${JSON.stringify(added)}::json)
          as g (door uuid, person uuid, role text, "from" timestamptz, until timestamptz)
          on conflict do nothing`.execute(tx);
  }
  await change(writes.changeGrants.length, () =>
    sql`
      update access.grants g set role = c.role, valid_from = c."from", valid_until = c.until
        from json_to_recordset(${JSON.stringify(writes.changeGrants)}::json)
          as c (id uuid, role text, "from" timestamptz, until timestamptz)
       where g.id = c.id and g.organisation_id = ${organisation}::uuid`.execute(tx),
  );
}

/** Runs an update that has to meet as many rows as it names. */
async function change(rows: number, update: () => Promise<{ numAffectedRows?: bigint }>) {
  if (rows === 0) return;
  const { numAffectedRows } = await update();
  if (Number(numAffectedRows ?? 0) !== rows) {
    throw problem("plan-changed", { reason: "a row to be changed is gone" });
  }
}
