import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { requestSmsCode } from "@terskel/identity/api/sign-in";
import { addOrganisation } from "@terskel/identity/api/operator";
import { addPerson, people } from "@terskel/identity/api/people";
import * as api from "@terskel/kernel/api/agreements";
import { placeHold } from "@terskel/kernel/api/holds";
import { makeRequest } from "@terskel/kernel/api/requests";
import type { Client } from "../support/client.ts";
import { eventually } from "../support/eventually.ts";
import { agreementOf, dayIn } from "./agreements.ts";
import { refusal, startHouse } from "./people.ts";
import type { House } from "./people.ts";

const boss = "siri.sjef@slutt.example";
const phone = "+4740000881";

describe("D12: within six months after the employer's agreement ends, the data is gone", () => {
  let house: House;
  let nora: Client;
  let siri: Client;
  let organisation: string;
  let agreement: ReturnType<typeof agreementOf>;
  before(async () => {
    house = await startHouse();
    nora = await house.as("nora");
    const body = {
      name: "Slutt AS",
      number: "310040045",
      country: "NO",
      kind: "employer",
      administrator: { name: "Siri Sjef", email: boss },
    } as const;
    ({ id: organisation } = await nora.call(addOrganisation, { body }));
    siri = await house.asOwnerOf(boss);
    await siri.call(addPerson, {
      params: { organisation },
      body: { name: "Eva Lund", email: "eva.lund@slutt.example", phone },
    });
    agreement = agreementOf(house, organisation);
  });
  after(async () => await house.stop());

  const params = () => ({ organisation });
  const end = async (months?: number) =>
    await nora.call(api.endAgreement, {
      params: params(),
      body: { lastDay: dayIn(10), ...(months === undefined ? {} : { months }) },
    });
  const report = async () => await nora.call(api.deletionReport, { params: params() });

  test("longer than six months cannot be agreed, and less than that is what is agreed unless said", async () => {
    assert.equal(await refusal(end(7)), "malformed-request");
    const monthsAfter = ({ endsAt, dataGoesAt }: { endsAt: string; dataGoesAt: string }) => {
      const day = (at: string) =>
        Temporal.Instant.from(at).toZonedDateTimeISO("Europe/Oslo").toPlainDate();
      return day(endsAt).until(day(dataGoesAt), { largestUnit: "month" }).months;
    };
    assert.equal(monthsAfter(await end()), 3);
    assert.equal(monthsAfter(await end(6)), 6);
    // What was agreed stays agreed.
    assert.equal(monthsAfter(await end()), 6);
    await assert.rejects(
      agreement.query(
        "update kernel.organisations set data_goes_at = data_goes_at + interval '1 day' where id = $1",
        [organisation],
      ),
      /six_months/,
    );
  });

  test("a hold for a case keeps a person's data longer; the others' goes at the agreed date", async () => {
    const { items } = await siri.call(people, { params: params(), query: { search: "Eva" } });
    const eva = items[0]?.id ?? "";
    await agreement.pass("11 days");
    // The desk that answers for the data is open until it goes.
    await siri.call(placeHold, {
      params: params(),
      body: {
        person: eva,
        reason: "Serious misuse is being looked into",
        until: new Date(Date.now() + 86_400_000).toISOString(),
      },
    });
    await siri.call(makeRequest, { body: { organisation, wish: { kind: "access" } } });
    const { openRequests } = await nora.call(api.agreement, { params: params(), query: {} });
    assert.equal(openRequests, 1);
    const before = await agreement.rows();
    await agreement.pass("5 months 20 days");
    await agreement.tick();
    await eventually("the clock has looked", async () => {
      const { items: ended } = await nora.call(api.endedAgreements, { query: {} });
      return ended.some((each) => each.organisation.id === organisation);
    });
    assert.deepEqual(await agreement.rows(), before, "nothing goes early");
    await agreement.pass("12 days");
    await agreement.tick();
    const { left } = await eventually("what can go is gone", async () => {
      const found = await report();
      return found.goneAt ? found : undefined;
    });
    assert.deepEqual(
      left.map(({ table, does, rows }) => [table, does, rows]),
      [
        ["kernel.memberships", "kept-by-hold", 1],
        // What the trail tells of the person whom the hold is about.
        ["kernel.audit_contents", "kept-by-hold", 1],
      ],
    );
    assert.deepEqual(await agreement.rows(), { "kernel.holds": 1, "kernel.memberships": 1 });
    const steps = await agreement.query<{ step: string; by_role: string }>(
      "select step, by_role from kernel.request_trail where organisation_id = $1 order by id desc limit 1",
      [organisation],
    );
    assert.deepEqual(steps, [{ step: "cancelled", by_role: "system" }]);
    assert.match((await house.letter(boss, /avsluttet uten svar/)).text, /slettes nå/);
  });

  test("nobody signs in there any more, not with what is kept either", async () => {
    const since = await house.inbox(phone);
    await house.nobody.call(requestSmsCode, { body: { phone, organisationNumber: "310040045" } });
    await house.nobody.call(requestSmsCode, {
      body: { phone: "+4740000201", organisationNumber: "310030031" },
    });
    await eventually("a code to somebody else", async () =>
      (await house.inbox("+4740000201")).some(({ text }) => /\d{6}/.test(text)),
    );
    assert.deepEqual(await house.inbox(phone), since);
  });

  test("when the hold is over, that goes too, and nothing is left but the report", async () => {
    await agreement.query("update kernel.holds set until = now() where organisation_id = $1", [
      organisation,
    ]);
    await eventually(
      "the rest is gone",
      async () => {
        await agreement.tickHourly();
        return Object.keys(await agreement.rows()).length === 0;
      },
      70_000,
    );
    const { left, deleted } = await report();
    assert.deepEqual(left, []);
    const members = deleted.filter(({ table }) => table === "kernel.memberships");
    assert.equal(
      members.reduce((sum, { rows }) => sum + rows, 0),
      2,
    );
    assert.doesNotMatch(JSON.stringify(deleted), /siri|eva|lund|@/i);
  });
});
