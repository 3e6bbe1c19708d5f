import { randomUUID } from "node:crypto";
import { confirmImport, previewImport } from "@terskel/access/api/import";
import { addCredential } from "@terskel/access/api/credentials";
import { addDoorGroup, putDoorInGroup } from "@terskel/access/api/door-groups";
import { addGrant, addGroup, groups, putGroupMember } from "@terskel/access/api/grants";
import { letUnit } from "@terskel/access/api/leases";
import { addSchedule } from "@terskel/access/api/schedules";
import { addController } from "@terskel/access/api/controllers";
import { addDoor, addSite } from "@terskel/access/api/places";
import { addUnit } from "@terskel/access/api/units";
import { addOrganisation } from "@terskel/identity/api/operator";
import { addPerson, people } from "@terskel/identity/api/people";
import type { Config } from "@terskel/platform/config";
import { writeEnrolment } from "./enrolments.ts";
import type { ControllerSlug } from "./enrolments.ts";
import { testPersons } from "./persons.ts";
import { administratorSession, operatorSession } from "./sessions.ts";
import type { Caller } from "./sessions.ts";

type NewOrganisation = {
  name: string;
  number: string;
  country: "NO" | "SE";
  kind: "housing" | "office";
};

/** An organisation of the demo, and what its administrator does in it. */
export async function openOrganisation(
  call: Caller,
  about: NewOrganisation,
  administratorKey: string,
) {
  const administrator = testPerson(administratorKey);
  const { id: organisation } = await call(addOrganisation, operatorSession, {
    body: {
      ...about,
      administrator: { name: administrator.name, email: administrator.email ?? "" },
    },
  });
  const first = administratorSession(organisation, organisation);
  const { items } = await call(people, first, { params: { organisation } });
  const session = administratorSession(organisation, items[0]?.id ?? "");
  const params = { organisation };

  async function findPerson(name: string) {
    const found = await call(people, session, { params, query: { search: name } });
    return found.items.find((person) => person.name === name)?.id;
  }

  return {
    organisation,
    async site(name: string, address: string) {
      return (await call(addSite, session, { params, body: { name, address } })).id;
    },
    /** The site's doors and the controller that runs them; its enrolment goes to the data folder. */
    async controller(
      config: Config,
      slug: ControllerSlug,
      name: string,
      site: string,
      doors: readonly string[],
    ) {
      const ids: Record<string, string> = {};
      for (const door of doors) {
        // The entrances have one, as where there are couriers and children without keys.
        const keypad = door.startsWith("Oppgang");
        // Behind it lies what is not everybody's.
        const stepUp = door === "Arkiv";
        const body = { name: door, site, heldAfterSeconds: 30, keypad, stepUp };
        ids[door] = (await call(addDoor, session, { params, body })).id;
      }
      // A controller runs the doors of its site that no other runs.
      const added = await call(addController, session, { params, body: { name, site } });
      writeEnrolment(config.dataFolder, slug, added.enrolment);
      return ids;
    },
    async import(site: string, csv: string) {
      const body = { content: Buffer.from(csv).toString("base64"), site };
      const { plan } = await call(previewImport, session, { params, body });
      await call(confirmImport, session, { params, body: { ...body, plan } });
    },
    async group(name: string): Promise<string> {
      const all = await call(groups, session, { params, query: { limit: 200 } });
      const found = all.items.find((group) => group.name === name)?.id;
      return found ?? (await call(addGroup, session, { params, body: { name } })).id;
    },
    /** A flat whose residents belong to the group. */
    async unit(site: string, name: string, group: string): Promise<string> {
      return (await call(addUnit, session, { params, body: { name, site, group } })).id;
    },
    /** The test person's membership here; added when the spreadsheet did not have them. */
    async person(key: string): Promise<string> {
      const { name, email, phone } = testPerson(key);
      const found = await findPerson(name);
      if (found) return found;
      const body = { name, email, phone };
      return (await call(addPerson, session, { params, body })).id;
    },
    async intoGroup(group: string, person: string) {
      await call(putGroupMember, session, { params: { organisation, group, person } });
    },
    async doorGroup(name: string, doors: readonly string[]): Promise<{ doorGroup: string }> {
      const { id } = await call(addDoorGroup, session, { params, body: { name } });
      for (const door of doors) {
        await call(putDoorInGroup, session, { params: { organisation, doorGroup: id, door } });
      }
      return { doorGroup: id };
    },
    /** A unit let to somebody whom the spreadsheet has, at about noon of these days from today. */
    async lease(unit: string, tenant: string, fromDay: number, untilDay: number) {
      const person = (await findPerson(tenant)) ?? "";
      const noon = new Date().setUTCHours(11, 0, 0, 0);
      const at = (day: number) => new Date(noon + day * 86_400_000).toISOString();
      await call(letUnit, session, {
        params: { organisation, lease: randomUUID() },
        body: { unit, tenants: [person], from: at(fromDay), until: at(untilDay) },
      });
    },
    async grant(
      opened: string | { doorGroup: string },
      to: { group: string } | { person: string },
      role: "user" | "door_administrator" | "owner",
      schedule?: string,
    ) {
      const hours = schedule ? { schedule } : {};
      const what = typeof opened === "string" ? { door: opened } : opened;
      await call(addGrant, session, { params, body: { ...what, role, ...to, ...hours } });
    },
    /** Hours on some days of the week, from Monday as 0; closed on holidays. */
    async schedule(name: string, days: readonly number[], hours: [from: string, until: string]) {
      const week = Array.from({ length: 7 }, (_, day) => (days.includes(day) ? [hours] : []));
      return (await call(addSchedule, session, { params, body: { name, week, holidays: [] } })).id;
    },
    async card(key: string, person: string, label: string) {
      const number = testPerson(key).card ?? "";
      await call(addCredential, session, {
        params: { organisation, person },
        body: { kind: "card", number, label },
      });
      return { number, label: `${testPerson(key).name} – ${label}` };
    },
  };
}

function testPerson(key: string) {
  const found = testPersons.find((person) => person.key === key);
  if (!found) throw new Error(`There is no test person ${key}.`);
  return found;
}
