import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { Tx } from "../tx.ts";
import { problem } from "./problems.ts";
import type { Writes } from "./writes.ts";

type IdOf = (ref: string) => string;

/** Rows in one statement: few statements for many rows, and each well within its time limit. */
const rowsAtOnce = 5000;

/**
 * Writes a plan, set by set.
 * @throws Problem `plan-changed` when what it was made from is no longer so
 */
export async function applyWrites(
  tx: Tx,
  organisation: string,
  site: string,
  writes: Writes,
): Promise<void> {
  try {
    const added = [...writes.addPeople, ...writes.addUnits, ...writes.addGroups];
    const idOf = await newIds(
      tx,
      added.map(({ ref }) => ref),
    );
    await writePeople(tx, organisation, writes, idOf);
    await writePlaces(tx, organisation, site, writes, idOf);
    await writeBelongings(tx, organisation, writes, idOf);
    await writeGrants(tx, organisation, writes, idOf);
  } catch (error) {
    // A unique value taken (23505) or a row gone (23503) between the plan and here.
    if (["23505", "23503"].includes((error as { code?: string }).code ?? "")) {
      throw problem("plan-changed", { cause: error, reason: "written by somebody else meanwhile" });
    }
    throw error;
  }
}

/** Ids for what is added, made where all ids are. */
async function newIds(tx: Tx, refs: readonly string[]): Promise<IdOf> {
  const { rows } = await sql<{ id: string }>`
    select uuidv7() as id from generate_series(1, ${refs.length}::int)`.execute(tx);
  const ids = new Map(refs.map((ref, index) => [ref, rows[index]?.id ?? ""]));
  return (ref) => ids.get(ref) ?? ref;
}

/** Runs a statement over rows as JSON; gives how many it wrote. */
async function write(
  tx: Tx,
  rows: readonly object[],
  statement: (json: string) => RawBuilder<unknown>,
): Promise<number> {
  let written = 0;
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const json = JSON.stringify(rows.slice(at, at + rowsAtOnce));
    written += Number((await statement(json).execute(tx)).numAffectedRows ?? 0);
  }
  return written;
}

/** The same for an update, which has to meet as many rows as it names. */
async function change(...[tx, rows, statement]: Parameters<typeof write>): Promise<void> {
  if ((await write(tx, rows, statement)) !== rows.length) {
    throw problem("plan-changed", { reason: "a row to be changed is gone" });
  }
}

async function writePeople(tx: Tx, organisation: string, writes: Writes, idOf: IdOf) {
  const added = writes.addPeople.map(({ ref, ...details }) => ({ id: idOf(ref), ...details }));
  await write(
    tx,
    added,
    (json) => sql`
      insert into kernel.memberships (id, organisation_id, name, email, phone, role, source)
      select id, ${organisation}::uuid, name, email, phone, 'member', 'import'
        from json_to_recordset(${json}::json) as p (id uuid, name text, email text, phone text)`,
  );
  await change(
    tx,
    writes.changePeople,
    // Who signs in between the plan and here has taken their details over.
    (json) => sql`
      update kernel.memberships m
         set name = coalesce(p.name, m.name), email = coalesce(p.email, m.email),
             phone = coalesce(p.phone, m.phone)
        from json_to_recordset(${json}::json) as p (id uuid, name text, email text, phone text)
       where m.id = p.id and m.organisation_id = ${organisation}::uuid and m.person_id is null`,
  );
}

async function writePlaces(tx: Tx, organisation: string, site: string, writes: Writes, idOf: IdOf) {
  const named = (list: Writes["addUnits"]) =>
    list.map(({ ref, name }) => ({ id: idOf(ref), name }));
  await write(
    tx,
    named(writes.addUnits),
    (json) => sql`
      insert into access.units (id, organisation_id, site_id, name)
      select id, ${organisation}::uuid, ${site}::uuid, name
        from json_to_recordset(${json}::json) as u (id uuid, name text)`,
  );
  await write(
    tx,
    named(writes.addGroups),
    (json) => sql`
      insert into access.groups (id, organisation_id, name)
      select id, ${organisation}::uuid, name
        from json_to_recordset(${json}::json) as g (id uuid, name text)`,
  );
}

/** Put there by somebody else meanwhile: then it is as the file says already. */
async function writeBelongings(tx: Tx, organisation: string, writes: Writes, idOf: IdOf) {
  await write(
    tx,
    writes.addResidents.map(({ unit, person }) => ({ unit: idOf(unit), person: idOf(person) })),
    (json) => sql`
      insert into access.residents (organisation_id, unit_id, member_id)
      select ${organisation}::uuid, unit, person
        from json_to_recordset(${json}::json) as r (unit uuid, person uuid)
          on conflict do nothing`,
  );
  await write(
    tx,
    writes.addGroupMembers.map(({ group, person }) => ({
      group: idOf(group),
      person: idOf(person),
    })),
    (json) => sql`
      insert into access.group_members (organisation_id, group_id, member_id)
      select ${organisation}::uuid, "group", person
        from json_to_recordset(${json}::json) as m ("group" uuid, person uuid)
          on conflict do nothing`,
  );
}

async function writeGrants(tx: Tx, organisation: string, writes: Writes, idOf: IdOf) {
  await write(
    tx,
    writes.addGrants.map((grant) => ({ ...grant, person: idOf(grant.person) })),
    (json) => sql`
      insert into access.grants (organisation_id, door_id, member_id, role, valid_from, valid_until)
      select ${organisation}::uuid, door, person, role, "from", until
        from json_to_recordset(${json}::json)
          as g (door uuid, person uuid, role text, "from" timestamptz, until timestamptz)
          on conflict do nothing`,
  );
  await change(
    tx,
    writes.changeGrants,
    (json) => sql`
      update access.grants g set role = c.role, valid_from = c."from", valid_until = c.until
        from json_to_recordset(${json}::json)
          as c (id uuid, role text, "from" timestamptz, until timestamptz)
       where g.id = c.id and g.organisation_id = ${organisation}::uuid`,
  );
  await change(
    tx,
    writes.takeBackGrants,
    (json) => sql`
      delete from access.grants g using json_to_recordset(${json}::json) as c (id uuid)
       where g.id = c.id and g.organisation_id = ${organisation}::uuid`,
  );
}
