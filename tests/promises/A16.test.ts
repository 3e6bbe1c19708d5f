import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { myDoors } from "@terskel/access/api/passages";
import { me } from "@terskel/identity/api/me";
import { people } from "@terskel/identity/api/people";
import {
  decideRequest,
  deskErasurePlan,
  deskRequests,
  liftRestriction,
  readDeskRequest,
} from "@terskel/kernel/api/desk";
import { withheld } from "@terskel/kernel/api/holds";
import { myData } from "@terskel/kernel/api/my-data";
import { liftOwnRestriction, makeRequest, ownErasurePlan } from "@terskel/kernel/api/requests";
import type { Client } from "../support/client.ts";
import { eventually } from "../support/eventually.ts";
import { refusal, startHouse } from "./people.ts";
import type { House } from "./people.ts";

const address = "kari.nordlie@solhaug.example";

describe("A16: a person asks for erasure or restriction, and it is carried out as far as the law allows", () => {
  let house: House;
  let kari: Client;
  let chair: Client;
  let organisation: string;
  before(async () => {
    house = await startHouse();
    kari = await house.as("kari");
    chair = await house.as("ingrid");
    organisation = await house.organisationOf(kari);
  });
  after(async () => await house.stop());

  /** What is past its time stays, and she and the officer are told so. */
  async function keptWhileRestricted(request: string) {
    const listed = async (query: { state: "restricting" }) =>
      (await chair.call(deskRequests, { params: { organisation }, query })).items;
    const [standing] = await listed({ state: "restricting" });
    assert.equal(standing?.id, request);
    assert.ok(standing.answeredAt, "since when it stands");
    await house.owner.query(
      `insert into access.grants (organisation_id, member_id, door_id, role, valid_until)
       select m.organisation_id, m.id, d.id, 'user', now() - interval '1 day'
         from kernel.memberships m join lateral (
           select id from access.doors where organisation_id = m.organisation_id limit 1) d on true
        where m.name = 'Kari Nordlie'`,
    );
    const { tables } = await chair.call(withheld, { params: { organisation } });
    const grants = tables.find(({ table }) => table === "access.grants");
    assert.deepEqual([grants?.rows, grants?.rule], [1, "until:valid_until"]);
    assert.doesNotMatch(JSON.stringify(tables), /nordlie|Kari/i);
    const { places } = await kari.call(myData, {});
    const place = places.find((each) => each.organisation?.id === organisation);
    assert.ok(place?.restrictedSince);
    const stored = place.stored.find(({ table }) => table === "access.grants");
    assert.equal(stored?.keptPast, 1);
    return async () =>
      await house.owner.query("delete from access.grants where valid_until < now()");
  }

  const namesOf = async (search: string) =>
    (await chair.call(people, { params: { organisation }, query: { search } })).items.length;
  const answer = async (request: string, body: object) =>
    await chair.call(decideRequest, {
      params: { organisation, request },
      body: body as { decision: "granted" },
    });

  test("restriction: whoever has no need of the person's data no longer sees it, until it is lifted", async () => {
    const { id } = await kari.call(makeRequest, {
      body: { organisation, wish: { kind: "restriction", ground: "accuracy-contested" } },
    });
    await house.letter(address, /mottatt henvendelse/);
    assert.equal(await namesOf("Kari Nordlie"), 1);
    await answer(id, { decision: "granted" });
    assert.match((await house.letter(address, /^Svar på/)).text, /begrenset/);
    assert.equal(await namesOf("Kari Nordlie"), 0);
    // Her own account and doors are her own to use.
    assert.equal((await kari.call(me, {})).name, "Kari Nordlie");
    const removeWhatIsPast = await keptWhileRestricted(id);

    await chair.call(liftRestriction, {
      params: { organisation, request: id },
      body: { days: 7 },
    });
    const { text } = await house.letter(address, /blir opphevet/);
    assert.match(text, /opphever begrensningen/);
    assert.match(text, /er tiden ute da, og de.* slettes når begrensningen oppheves/);
    // Told before, lifted only then.
    assert.equal(await namesOf("Kari Nordlie"), 0);
    await kari.call(liftOwnRestriction, { params: { request: id } });
    assert.equal(await namesOf("Kari Nordlie"), 1);
    // The next run takes it, and may come in the middle of what follows.
    await removeWhatIsPast();
  });

  test("a refusal says why, and how to complain", async () => {
    const { id } = await kari.call(makeRequest, {
      body: { organisation, wish: { kind: "erasure" } },
    });
    assert.equal(await refusal(answer(id, { decision: "refused" })), "reason-missing");
    await answer(id, { decision: "refused", reasonCode: "still-needed", reason: "Du bor her." });
    const { text } = await eventually("the refusal", async () =>
      (await house.inbox(address)).find((each) => each.text.includes("avslått")),
    );
    assert.match(text, /Det trengs fortsatt/);
    assert.match(text, /Du bor her\./);
    assert.match(text, /Datatilsynet/);
    assert.match(text, /domstol/);
    assert.equal(await namesOf("Kari Nordlie"), 1);
  });

  test("erasure: shown first, asked for, decided, verified, told; and the doors no longer open", async () => {
    const { plan } = await kari.call(ownErasurePlan, { query: { organisation } });
    assert.ok(plan.some(({ table, does }) => table === "kernel.memberships" && does === "delete"));
    const { id } = await kari.call(makeRequest, {
      body: { organisation, wish: { kind: "erasure" } },
    });
    assert.equal(
      await refusal(kari.call(makeRequest, { body: { organisation, wish: { kind: "erasure" } } })),
      "request-running",
    );
    const { items } = await chair.call(deskRequests, { params: { organisation } });
    assert.equal(items[0]?.id, id);
    assert.equal(items[0]?.person?.name, "Kari Nordlie");
    const params = { organisation, request: id };
    const shown = await chair.call(deskErasurePlan, { params });
    assert.deepEqual(
      shown.plan.map(({ table }) => table),
      plan.map(({ table }) => table),
    );
    // She is spoken to; the officer reads of her.
    const titleIn = (planned: typeof plan) =>
      planned.find(({ table }) => table === "kernel.memberships")?.title.en;
    assert.equal(titleIn(plan), "You in the organisation");
    assert.equal(titleIn(shown.plan), "The person in the organisation");
    assert.ok((await kari.call(myDoors, { params: { organisation } })).items.length > 0);

    await answer(id, { decision: "granted" });
    const letter = await eventually("the letter", async () =>
      (await house.inbox(address)).find((each) => each.text.includes("det er kontrollert")),
    );
    assert.match(letter.subject ?? "", /^Svar på henvendelse nr\. \d+/);
    // The trail outlives the person.
    const after = await chair.call(readDeskRequest, { params });
    assert.equal(after.person, undefined);
    assert.equal(after.wish, undefined);
    assert.ok(after.trail.some(({ step, rows = 0 }) => step === "deleted" && rows > 0));
    assert.ok(after.trail.some(({ step }) => step === "granted"));
    assert.deepEqual((await kari.call(me, {})).memberships, []);
    assert.equal(await refusal(kari.call(myDoors, { params: { organisation } })), "not-found");
    assert.equal(await namesOf("Kari Nordlie"), 0);
  });
});
