import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { people, removePerson } from "@terskel/identity/api/people";
import { decideRequest } from "@terskel/kernel/api/desk";
import { holdableTables, holds, ledger, liftHold, placeHold } from "@terskel/kernel/api/holds";
import { makeRequest } from "@terskel/kernel/api/requests";
import { eventually } from "./support/eventually.ts";
import type { Client } from "./support/client.ts";
import { refusal, startHouse } from "./promises/people.ts";
import type { House } from "./promises/people.ts";

describe("the privacy officer", () => {
  let house: House;
  let chair: Client;
  let organisation: string;
  before(async () => {
    house = await startHouse();
    chair = await house.as("ingrid");
    organisation = await house.organisationOf(chair, "Solhaug borettslag");
  });
  after(async () => await house.stop());

  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const place = async (hold: {
    person?: string;
    table?: string;
    reason?: string;
    until?: string;
  }) =>
    await chair.call(placeHold, {
      params: { organisation },
      body: { reason: "A claim about the garage door", until: inDays(30), ...hold },
    });
  const listed = async () =>
    (await chair.call(holds, { params: { organisation }, query: {} })).items;
  const personOf = async (search: string) => {
    const { items } = await chair.call(people, { params: { organisation }, query: { search } });
    return items[0]?.id ?? "";
  };

  test("places a hold on a person's data: neither an administrator nor an erasure deletes it; lifted, both do", async () => {
    const person = await personOf("Kari Nordlie");
    const { id } = await place({ person });
    const [hold] = await listed();
    assert.deepEqual(
      [hold?.id, hold?.person, hold?.table, hold?.reason, hold?.placedBy],
      [
        id,
        { id: person, name: "Kari Nordlie" },
        undefined,
        "A claim about the garage door",
        "Ingrid Solheim",
      ],
    );
    assert.equal(
      await refusal(chair.call(removePerson, { params: { organisation, person } })),
      "under-legal-hold",
    );
    const kari = await house.as("kari");
    const { id: request } = await kari.call(makeRequest, {
      body: { organisation, wish: { kind: "erasure" } },
    });
    const grant = () =>
      chair.call(decideRequest, {
        params: { organisation, request },
        body: { decision: "granted" },
      });
    assert.equal(await refusal(grant()), "erasure-under-hold");
    assert.equal(await personOf("Kari Nordlie"), person);
    await chair.call(liftHold, { params: { organisation, hold: id } });
    assert.deepEqual(await listed(), []);
    await grant();
    assert.equal(await personOf("Kari Nordlie"), "");
  });

  test("sees in the ledger what went, in words, and of nobody", async () => {
    const { items } = await eventually("the erasure in the ledger", async () => {
      const page = await chair.call(ledger, {
        params: { organisation },
        query: { cause: "erasure" },
      });
      return page.items.length > 0 && page;
    });
    const membership = items.find(({ table }) => table === "kernel.memberships");
    assert.equal(membership?.rows, 1);
    assert.equal(membership.why.nb, "Slettet fordi en person ba om det.");
    assert.doesNotMatch(JSON.stringify(items), /nordlie|Kari/i);
    const { next } = await chair.call(ledger, { params: { organisation }, query: { limit: 1 } });
    assert.ok(next);
  });

  test("is refused a hold without an end, in the past, for ever, on what is not there, or on another's", async () => {
    assert.equal(await refusal(place({ until: inDays(-1) })), "hold-until-when");
    assert.equal(await refusal(place({ until: inDays(4000) })), "hold-until-when");
    assert.equal(await refusal(place({ table: "kernel.holds" })), "not-found");
    assert.equal(await refusal(place({ table: "pg_catalog.pg_class" })), "not-found");
    assert.equal(await refusal(place({ person: organisation })), "not-found");
    const { id } = await place({ table: "access.passages" });
    const [hold] = await listed();
    assert.equal(hold?.table?.table, "access.passages");
    const { tables } = await chair.call(holdableTables, { params: { organisation } });
    assert.ok(tables.some(({ table }) => table === "access.passages"));
    const per = await house.as("per");
    assert.equal(
      await refusal(per.call(liftHold, { params: { organisation, hold: id } })),
      "not-allowed",
    );
    await chair.call(liftHold, { params: { organisation, hold: id } });
    assert.equal(
      await refusal(chair.call(liftHold, { params: { organisation, hold: id } })),
      "not-found",
    );
  });
});
