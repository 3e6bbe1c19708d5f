import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { addIntegration, sharedDoors } from "@terskel/access/api/integrations";
import { exportPassages } from "@terskel/access/api/log-export";
import { doors } from "@terskel/access/api/places";
import { pathOf } from "../support/client.ts";
import { eventually } from "../support/eventually.ts";
import type { Client } from "../support/client.ts";
import { refusal, startHouse } from "./people.ts";
import type { House } from "./people.ts";

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const ground = "It runs the door phones, and has to know whom to call.";

describe("A12, C11: whoever an organisation passes data to itself is in the EEA, and has an agreement or a ground", () => {
  let house: House;
  let chair: Client;
  let params: { organisation: string };
  let door: string;
  before(async () => {
    house = await startHouse();
    chair = await house.as("ingrid");
    params = { organisation: await house.organisationOf(chair) };
    door = (await chair.call(doors, { params })).items[0]?.id ?? "";
  });
  after(async () => await house.stop());

  const wrong = [
    [{ country: "US", ground }, "receiver-outside-eea"],
    [{ country: "NO" }, "receiver-by-which-right"],
    [{ country: "NO", ground, agreedUntil: "2099-01-01" }, "receiver-by-which-right"],
    [{ country: "NO", agreedUntil: inDays(-2).slice(0, 10) }, "receiver-agreement-over"],
  ] as const;

  test("neither a third party nor a file goes to anybody else, and nothing is left of the attempt", async () => {
    for (const [receiver, problem] of wrong) {
      const body = { name: "Firma AS", doors: [door], expiresAt: inDays(30), ...receiver };
      assert.equal(await refusal(chair.call(addIntegration, { params, body })), problem);
      const file = { from: inDays(-1), until: inDays(1), recipient: "Firma AS", ...receiver };
      assert.equal(await refusal(chair.call(exportPassages, { params, body: file })), problem);
    }
    const { rows } = await house.owner.query(
      `select from kernel.receivers where name = 'Firma AS'
        union all select from access.integrations where name = 'Firma AS'`,
    );
    assert.equal(rows.length, 0);
  });

  test("the database refuses one outside the EEA too", async () => {
    const row = house.owner.query(
      "insert into kernel.receivers (organisation_id, name, country, ground) values ($1, 'Far Inc', 'US', 'x')",
      [params.organisation],
    );
    await assert.rejects(row, /receiver_within_the_eea/);
  });

  test("a firm whose agreement has ended, or that nobody registered, reads nothing from that moment, with the reason", async () => {
    const { token } = await chair.call(addIntegration, {
      params,
      body: {
        name: "Porttelefon AS",
        doors: [door],
        expiresAt: inDays(30),
        country: "SE",
        agreedUntil: inDays(9).slice(0, 10),
      },
    });
    const why = async () => {
      const headers = { authorization: `Bearer ${token}` };
      const answer = await fetch(`${house.url}${pathOf(sharedDoors, { query: {} })}`, { headers });
      return `${answer.status} ${((await answer.json()) as { code?: string }).code ?? ""}`;
    };
    assert.equal(await why(), "200 ");
    await house.owner.query(
      "update kernel.receivers set agreement_ends_at = now() where name = 'Porttelefon AS'",
    );
    assert.equal(await why(), "403 receiver-agreement-over");
    await house.owner.query("delete from kernel.receivers where name = 'Porttelefon AS'");
    assert.equal(await why(), "403 receiver-not-registered");
  });

  test("who got data is known for as long as that is told of, and then no longer; it is said anew with each file", async () => {
    const body = {
      from: inDays(-1),
      until: inDays(1),
      recipient: "Politiet",
      country: "NO",
      ground: "Straffeprosessloven § 210",
    };
    const age = async (name: string, days: number) =>
      await house.owner.query(
        "update kernel.receivers set said_at = now() - make_interval(hours => 24 * $2) where name = $1",
        [name, days],
      );
    const registered = async () => {
      const { rows } = await house.owner.query<{ name: string }>(
        "select name from kernel.receivers where name = any ($1) order by name",
        [["Politiet", "Tolletaten"]],
      );
      return rows.map(({ name }) => name);
    };
    for (const recipient of ["Politiet", "Tolletaten"]) {
      await chair.call(exportPassages, { params, body: { ...body, recipient } });
      await age(recipient, 3 * 365 + 1);
    }
    await chair.call(exportPassages, { params, body });
    await house.owner.query("select jobs.add('kernel.retention', '{}', null, null)");
    await eventually("retention has run", async () => (await registered()).length === 1);
    assert.deepEqual(await registered(), ["Politiet"]);
  });
});
