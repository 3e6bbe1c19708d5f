import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { acceptInvitation, invitations, invite } from "@terskel/access/api/invitations";
import { myDoors } from "@terskel/access/api/passages";
import type { Client } from "../support/client.ts";
import { eventually } from "../support/eventually.ts";
import { startHouse } from "./people.ts";
import type { House } from "./people.ts";

const guest = "gjest@eksempel.example";

describe("C7: an invitation and its recipient's address are stored until it is used, and no longer", () => {
  let house: House;
  let chair: Client;
  let organisation: string;
  let door: string;
  before(async () => {
    house = await startHouse();
    chair = await house.as("ingrid");
    organisation = await house.organisationOf(chair);
    const { items } = await chair.call(myDoors, { params: { organisation } });
    door = items[0]?.id ?? "";
  });
  after(async () => await house.stop());

  const params = () => ({ organisation });
  /** In how many rows the invited address stands. */
  async function stored(): Promise<number | undefined> {
    const { owner } = house;
    const { rows } = await owner.query<{ n: number }>(
      "select count(*)::int as n from access.invitations where email = $1",
      [guest],
    );
    return rows[0]?.n;
  }

  test("used, it is deleted with the address", async () => {
    await chair.call(invite, { params: params(), body: { door, email: guest } });
    assert.equal(await stored(), 1);
    const text = await eventually(
      "the invitation",
      async () =>
        (await house.inbox(guest)).find((each) => each.text.includes("/invitation"))?.text,
    );
    const token = /\/invitation\S*[#?=]([\w.-]{20,})/.exec(text)?.[1] ?? "";
    const odd = await house.as("odd");
    const accepted = await odd.call(acceptInvitation, { body: { token } });
    assert.equal(accepted.door, door);
    assert.equal(await stored(), 0);
    const { items } = await chair.call(invitations, { params: params(), query: {} });
    assert.deepEqual(items, []);
  });

  test("past its time nobody sees it any more, and it is gone within minutes", async () => {
    await chair.call(invite, { params: params(), body: { door, email: guest } });
    const { owner } = house;
    await owner.query(
      "update access.invitations set expires_at = now() - interval '1 second' where email = $1",
      [guest],
    );
    const { items } = await chair.call(invitations, { params: params(), query: {} });
    assert.deepEqual(items, []);
    await eventually("the row is gone", async () => (await stored()) === 0, 90_000);
  });
});
