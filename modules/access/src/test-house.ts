import * as grants from "./api/grants.ts";
import * as places from "./api/places.ts";
import * as units from "./api/units.ts";
import type { TestMember, TestServer } from "./test-server.ts";

/** An organisation as its administrator set it up through the API: a site with a door, a unit, a group. */
export async function addHouse(server: TestServer) {
  const admin = await server.addOrganisation();
  const { organisation } = admin;
  const params = { organisation };
  const add = { as: admin, params };
  const site = await server.ok(places.addSite, { ...add, body: { name: "Storgata 1" } });
  const door = await server.ok(places.addDoor, { ...add, body: { name: "Port", site: site.id } });
  const group = await server.ok(grants.addGroup, { ...add, body: { name: "Beboere" } });
  const unit = await server.ok(units.addUnit, {
    ...add,
    body: { name: "H0101", site: site.id, group: group.id },
  });
  return {
    admin,
    organisation,
    params,
    site: site.id,
    door: door.id,
    group: group.id,
    unit: unit.id,
    /** A member who has this role at the door by a grant. */
    memberWith: async (role: "user" | "door_administrator" | "owner"): Promise<TestMember> => {
      const member = await server.addMember(organisation);
      const body = { door: door.id, person: member.id, role };
      await server.ok(grants.addGrant, { as: admin, params, body });
      return member;
    },
  };
}

export type TestHouse = Awaited<ReturnType<typeof addHouse>>;

/** How often the organisation's access lists wait to be made anew: 0 or 1. */
export async function queuedLists(server: TestServer, organisation: string): Promise<number> {
  const [row] = await server.rows<{ count: number }>(
    `select count(*) from graphile_worker.jobs where task_identifier = 'access.publish-lists'
        and key = 'access.publish-lists:' || $1`,
    [organisation],
  );
  return row?.count ?? 0;
}

/** So that the next change can be seen to queue them. */
export async function forgetLists(server: TestServer): Promise<void> {
  await server.rows(`delete from graphile_worker._private_jobs`);
}
