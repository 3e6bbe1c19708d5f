import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { invite } from "@terskel/access/api/invitations";
import { doors } from "@terskel/access/api/places";
import { myDoors, openDoor } from "@terskel/access/api/passages";
import { me } from "@terskel/identity/api/me";
import { organisations } from "@terskel/identity/api/operator";
import { people, removePerson } from "@terskel/identity/api/people";
import * as api from "@terskel/kernel/api/agreements";
import { ledger } from "@terskel/kernel/api/holds";
import { myData } from "@terskel/kernel/api/my-data";
import type { Client } from "../support/client.ts";
import { eventually } from "../support/eventually.ts";
import { agreementOf, dayIn } from "./agreements.ts";
import { refusal, startHouse } from "./people.ts";
import type { House } from "./people.ts";

const lisesMail = "lise.bakkehaug@havnegata.example";

describe("A13: when an organisation's agreement ends, its accounts go, and with them its data", () => {
  let house: House;
  let nora: Client;
  let lise: Client;
  let amir: Client;
  let ingrid: Client;
  let office: string;
  let solhaug: string;
  let agreement: ReturnType<typeof agreementOf>;
  before(async () => {
    house = await startHouse();
    [nora, lise, amir, ingrid] = await Promise.all([
      house.as("nora"),
      house.as("lise"),
      house.as("amir"),
      house.as("ingrid"),
    ]);
    office = await house.organisationOf(lise, "Havnegata 7 kontorfellesskap");
    solhaug = await house.organisationOf(ingrid);
    agreement = agreementOf(house, office);
  });
  after(async () => await house.stop());

  const params = () => ({ organisation: office });
  const end = async (lastDay: string, months?: number) =>
    await nora.call(api.endAgreement, {
      params: params(),
      body: { lastDay, ...(months === undefined ? {} : { months }) },
    });
  const read = async (query: { lastDay?: string; months?: number } = {}) =>
    await nora.call(api.agreement, { params: params(), query });
  const letters = async (subject: RegExp) =>
    (await house.inbox(lisesMail)).filter((message) => subject.test(message.subject ?? ""));

  test("one account goes on the organisation's request, and the person's others stay", async () => {
    const { items } = await ingrid.call(people, {
      params: { organisation: solhaug },
      query: { search: "Per Vangen" },
    });
    await ingrid.call(removePerson, {
      params: { organisation: solhaug, person: items[0]?.id ?? "" },
    });
    const per = await house.as("per");
    assert.deepEqual((await per.call(me, {})).memberships, []);
  });

  test("only the operator ends an agreement: a stranger, a member and another's administrator do not", async () => {
    const body = { lastDay: dayIn(30) };
    for (const [who, code] of [
      [house.nobody, "not-signed-in"],
      [amir, "not-allowed"],
      [lise, "not-allowed"],
      [ingrid, "not-allowed"],
    ] as const) {
      assert.equal(await refusal(who.call(api.endAgreement, { params: params(), body })), code);
      assert.equal(await refusal(who.call(api.takeEndBack, { params: params() })), code);
      assert.equal(await refusal(who.call(api.agreement, { params: params(), query: {} })), code);
      assert.equal(await refusal(who.call(api.deletionReport, { params: params() })), code);
    }
    assert.equal(await refusal(ingrid.call(api.ownAgreement, { params: params() })), "not-found");
    assert.equal(await refusal(amir.call(api.ownAgreement, { params: params() })), "not-allowed");
    const operator = await house.organisationOf(nora);
    assert.equal(
      await refusal(nora.call(api.endAgreement, { params: { organisation: operator }, body })),
      "operator-stays",
    );
    assert.equal(
      await refusal(
        nora.call(api.endAgreement, { params: { organisation: crypto.randomUUID() }, body }),
      ),
      "not-found",
    );
    assert.equal(await refusal(end(dayIn(-1))), "last-day-when");
    assert.equal(await refusal(end(dayIn(5000))), "last-day-when");
  });

  test("what goes, and when, is shown before anything is set", async () => {
    const { asked, endsAt, plan, openRequests } = await read({ lastDay: dayIn(30), months: 2 });
    assert.equal(endsAt, undefined);
    assert.equal(openRequests, 0);
    const memberships = plan.find(({ table }) => table === "kernel.memberships");
    assert.ok((memberships?.rows ?? 0) >= 2);
    assert.equal(memberships?.does, "delete");
    assert.equal(memberships?.on, asked?.dataGoesAt);
    // Amir's; Lise has hers at Solhaug too.
    assert.equal(plan.find(({ table }) => table === "identity.persons")?.rows, 1);
    assert.ok(plan.every(({ why }) => why.nb && why.sv && why.en));
    assert.doesNotMatch(JSON.stringify(plan), /amir|haddad|lise|bakkehaug/i);
  });

  test("set, it is told to the administrators in their language, once, and shown to them in the portal", async () => {
    const first = await end(dayIn(30));
    assert.deepEqual(await end(dayIn(30)), first);
    const { text } = await house.letter(lisesMail, /^Avtalen for Havnegata 7 .* går ut /);
    assert.match(text, new RegExp(`/manage/${office}/privacy/agreement`));
    const own = await lise.call(api.ownAgreement, { params: params() });
    assert.deepEqual(
      [own.endsAt, own.dataGoesAt, own.ended],
      [first.endsAt, first.dataGoesAt, false],
    );
    const { memberships } = await lise.call(me, {});
    const membership = memberships.find(({ organisation }) => organisation.id === office);
    assert.deepEqual(membership?.agreement, first);
    const { places } = await amir.call(myData, {});
    assert.equal(places.find((p) => p.organisation?.id === office)?.dataGoesAt, first.dataGoesAt);
    // Until then everything works; and no access reaches beyond.
    const { items } = await amir.call(myDoors, { params: params(), query: {} });
    assert.ok(items.length > 0);
    assert.ok(items.every(({ grants }) => grants.every((g) => g.validUntil === first.endsAt)));
    assert.equal((await letters(/går ut/)).length, 1);
  });

  test("taken back in time, it removes nothing, and that is told too", async () => {
    const before = await agreement.rows();
    await nora.call(api.takeEndBack, { params: params() });
    await nora.call(api.takeEndBack, { params: params() });
    await agreement.tick();
    await house.letter(lisesMail, /^Avtalen for Havnegata 7 .* fortsetter$/);
    assert.deepEqual(await agreement.rows(), before);
    assert.equal((await read()).endsAt, undefined);
    const { items } = await amir.call(myDoors, { params: params(), query: {} });
    assert.ok(items.every(({ grants }) => grants.every((grant) => !grant.validUntil)));
  });

  test("from the end on the organisation is closed to its people at once, and nothing has gone yet", async () => {
    const door = (await amir.call(myDoors, { params: params(), query: {} })).items[0]?.id ?? "";
    const invitation = {
      door,
      email: "gjest@havnegata.example",
      role: "user",
      language: "nb",
    } as const;
    await lise.call(invite, { params: params(), body: invitation });
    await end(dayIn(30), 3);
    const before = await agreement.rows();
    await agreement.pass("31 days");
    assert.equal(await refusal(amir.call(myDoors, { params: params(), query: {} })), "not-found");
    const opening = {
      params: { organisation: office, door },
      body: { request: crypto.randomUUID() },
    };
    assert.equal(await refusal(amir.call(openDoor, opening)), "not-found");
    assert.equal(await refusal(lise.call(people, { params: params(), query: {} })), "not-found");
    assert.equal(await refusal(lise.call(doors, { params: params(), query: {} })), "not-found");
    const { memberships, ended } = await amir.call(me, {});
    assert.deepEqual(
      [memberships, ended.map(({ organisation }) => organisation.id)],
      [[], [office]],
    );
    // What is owed to them still is: their rights, and the desk that answers for the data.
    assert.ok((await amir.call(myData, {})).places.some((p) => p.organisation?.id === office));
    assert.equal((await lise.call(api.ownAgreement, { params: params() })).ended, true);
    await lise.call(ledger, { params: params(), query: {} });
    // Nobody who waits there to sign in for the first time can.
    await agreement.tick();
    const report = await eventually(
      "the report of the end",
      async () =>
        await lise.call(api.ownDeletionReport, { params: params() }).catch(() => undefined),
    );
    assert.equal(report.goneAt, undefined);
    assert.deepEqual(await agreement.rows(), before);
    assert.equal(await refusal(end(dayIn(60))), "agreement-has-ended");
    assert.equal(
      await refusal(nora.call(api.takeEndBack, { params: params() })),
      "agreement-has-ended",
    );
    // Lise's flat at Solhaug is as it was.
    const hers = await lise.call(myDoors, { params: { organisation: solhaug }, query: {} });
    assert.ok(hers.items.length > 0);
  });

  test("at the agreed date it goes, with the accounts that were nowhere else; the others lose its rows only", async () => {
    const others = await agreement.others();
    const { plan } = await read();
    await agreement.pass("3 months 1 day");
    await agreement.tick();
    const report = await eventually("all of it gone", async () => {
      const found = await nora.call(api.deletionReport, { params: params() });
      return found.goneAt ? found : undefined;
    });
    assert.deepEqual(await agreement.rows(), {});
    assert.equal(await agreement.acts(), 0);
    assert.equal(await agreement.others(), others);
    assert.deepEqual(report.left, []);
    const gone = (table: string) =>
      report.deleted
        .filter((each) => each.table === table)
        .reduce((sum, { rows }) => sum + rows, 0);
    for (const { table, rows } of plan) {
      // To make the plan and to carry it out are acts too, and go with the others.
      if (table === "kernel.audit_contents") assert.ok(gone(table) >= rows, table);
      else assert.equal(gone(table), rows, table);
    }
    assert.equal(gone("kernel.organisations"), 1);
    assert.ok(report.deleted.every(({ cause }) => cause === "agreement-ended"));
    const accounts = await agreement.query<{ name: string }>(
      "select name from identity.persons where name in ('Amir Haddad', 'Lise Bakkehaug') order by 1",
    );
    assert.deepEqual(
      accounts.map(({ name }) => name),
      ["Lise Bakkehaug"],
    );
    assert.equal(await refusal(amir.call(me, {})), "not-signed-in");
    assert.deepEqual(
      (await lise.call(me, {})).memberships.map(({ organisation }) => organisation.id),
      [solhaug],
    );
    const { text } = await house.letter(
      lisesMail,
      /^Det som er lagret for Havnegata 7 .* slettes nå$/,
    );
    assert.match(text, /Personen i organisasjonen: \d+/);
    assert.doesNotMatch(text, /Amir/);
  });

  test("the report outlives the organisation, in three languages, of nobody; a second run changes nothing", async () => {
    const { items } = await nora.call(organisations, { query: {} });
    assert.ok(!items.some(({ id }) => id === office));
    const ended = await nora.call(api.endedAgreements, { query: {} });
    assert.deepEqual(
      ended.items.map(({ organisation }) => [organisation.id, organisation.name]),
      [[office, "Havnegata 7 kontorfellesskap"]],
    );
    const before = await nora.call(api.deletionReport, { params: params() });
    assert.ok(before.deleted.every(({ why }) => why.nb && why.sv && why.en));
    assert.doesNotMatch(JSON.stringify(before), /amir|haddad|lise|bakkehaug|@/i);
    const ledgerRows = async () =>
      await agreement.query("select id, rows from kernel.retention_ledger order by id");
    const [rows, others] = [await ledgerRows(), await agreement.others()];
    await agreement.tick();
    await agreement.tickHourly();
    await eventually("both runs are over", async () => {
      const waiting = await agreement.query(
        "select 1 from graphile_worker.jobs where task_identifier in ('kernel.end-agreements', 'kernel.clear-ended-agreements')",
      );
      return waiting.length === 0;
    });
    assert.deepEqual(await ledgerRows(), rows);
    assert.equal(await agreement.others(), others);
    assert.equal(
      await refusal(ingrid.call(api.deletionReport, { params: params() })),
      "not-allowed",
    );
    assert.equal(
      await refusal(lise.call(api.ownDeletionReport, { params: params() })),
      "not-found",
    );
  });
});
