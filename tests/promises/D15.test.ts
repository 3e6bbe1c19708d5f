import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { addPerson } from "@terskel/identity/api/people";
import {
  announceNotice,
  noticeTellings,
  noticeVersions,
} from "@terskel/kernel/api/notice-versions";
import { putNoticeDetails, readNoticeDetails } from "@terskel/kernel/api/notices";
import { bounceOf } from "@terskel/platform/testing";
import type { Client } from "../support/client.ts";
import { eventually } from "../support/eventually.ts";
import { startHouse } from "./people.ts";
import type { House } from "./people.ts";

/** What the operator's mail server shows. */
const token = "a-token-of-the-mail-server";
let house: House;
let ingrid: Client;
let params: { organisation: string };
let number = 0;

describe("D15: a letter that comes back told nobody", () => {
  before(async () => {
    house = await startHouse({ SMTP_BOUNCES_TOKEN: token });
    ingrid = await house.as("ingrid");
    params = { organisation: await house.organisationOf(ingrid) };
    const both = { name: "Tord Telefon", email: "tord@example.org", phone: "+4740000977" };
    await ingrid.call(addPerson, { params, body: both });
    await ingrid.call(addPerson, {
      params,
      body: { name: "Else Epost", email: "else@example.org" },
    });
    // A release came that has a purpose more.
    await house.owner.query(
      `update kernel.notice_versions set digest = 'of a former release', facts = jsonb_set(facts, '{purposes}', (
         select jsonb_agg(p) from jsonb_array_elements(facts->'purposes') p where p->>'from' <> 'access.invite'))
        where organisation_id = $1 and superseded_at is null`,
      [params.organisation],
    );
    const details = await ingrid.call(readNoticeDetails, { params });
    await ingrid.call(putNoticeDetails, { params, body: details });
    const { items } = await ingrid.call(noticeVersions, { params, query: {} });
    number = items[0]?.number ?? 0;
    const inForceAt = new Date(Date.now() + 20 * 24 * 3_600_000).toISOString();
    await ingrid.call(announceNotice, { params, body: { number, inForceAt } });
    await eventually("both are told", async () => {
      const [tord, else_] = [await tellingOf("Tord Telefon"), await tellingOf("Else Epost")];
      return tord?.how === "email" && else_?.how === "email";
    });
  });
  after(async () => await house.stop());

  const tellingOf = async (name: string) => {
    const { items } = await ingrid.call(noticeTellings, { params, query: { number, limit: 200 } });
    return items.find((each) => each.name === name);
  };
  /** As the gate writes it down when it passes a letter on to a provider, of which the demo has none. */
  const passedOn = async (name: string) => {
    const { rows } = await house.owner.query<{ id: string }>(
      `insert into kernel.disclosures (organisation_id, member_id, recipient, recipient_name, activity, labels)
       select organisation_id, id, 'e-mail provider', 'Posten AS', 'kernel.tell-notice', '{contact,name}'
         from kernel.memberships where organisation_id = $1 and name = $2 returning id`,
      [params.organisation, name],
    );
    return rows[0]?.id ?? "";
  };
  const handIn = async (report: string, shown = token) => {
    const headers = { authorization: `Bearer ${shown}`, "content-type": "message/rfc822" };
    const answer = await fetch(`${house.url}/bounces`, { method: "POST", headers, body: report });
    return answer.status;
  };
  const bounced = async () => {
    const { rows } = await house.owner.query<{ id: string }>(
      "select id from kernel.disclosures where bounced_at is not null",
    );
    return rows.map(({ id }) => id);
  };
  const bySms = async () =>
    (await house.inbox("+4740000977")).filter(({ text }) => /\/notices\//.test(text)).length;

  test("whoever has a telephone hears of it by SMS, once, though it is reported twice", async () => {
    const id = await passedOn("Tord Telefon");
    assert.equal(await handIn(bounceOf(id)), 204);
    await eventually("he is told by SMS", async () => {
      const { how, state } = (await tellingOf("Tord Telefon")) ?? {};
      return how === "sms" && state === "told";
    });
    assert.equal(await handIn(bounceOf(id)), 204);
    assert.deepEqual(await bounced(), [id]);
    assert.equal(await bySms(), 1);
  });

  test("a report that was broken off in is done when it comes again, and touches no earlier version's letter", async () => {
    await house.owner.query(
      `update kernel.notice_tellings t set state = 'told', how = 'email', at = d.at - interval '1 second'
         from kernel.disclosures d where d.member_id = t.member_id and d.bounced_at is not null`,
    );
    const { rows } = await house.owner.query<{ id: string }>(
      `insert into kernel.notice_tellings (organisation_id, version_id, member_id, how, state, at)
       select t.organisation_id, v.id, t.member_id, 'email', 'told', t.at - interval '1 day'
         from kernel.notice_tellings t join kernel.disclosures d on d.member_id = t.member_id and d.bounced_at is not null
         join kernel.notice_versions v on v.organisation_id = t.organisation_id and v.id <> t.version_id
        limit 1 returning id`,
    );
    const [id = ""] = await bounced();
    for (const _ of [1, 2]) {
      assert.equal(await handIn(bounceOf(id)), 204);
      await eventually(
        "he is told by SMS",
        async () => (await tellingOf("Tord Telefon"))?.how === "sms",
      );
    }
    const earlier = await house.owner.query<{ state: string }>(
      "select state from kernel.notice_tellings where id = $1",
      [rows[0]?.id],
    );
    assert.equal(earlier.rows[0]?.state, "told");
  });

  test("whoever has none cannot be reached, and the privacy officer sees it", async () => {
    assert.equal(await handIn(bounceOf(await passedOn("Else Epost"))), 204);
    await eventually("nobody claims that she knows", async () => {
      return (await tellingOf("Else Epost"))?.state === "unreachable";
    });
  });

  test("without the token nothing is taken; what is no report on a letter of ours changes nothing", async () => {
    const before = await bounced();
    const id = await passedOn("Else Epost");
    assert.equal(await handIn(bounceOf(id), "a-token-of-somebody-else"), 401);
    assert.equal(await handIn("no mail at all"), 204);
    assert.equal(await handIn(bounceOf(crypto.randomUUID())), 204);
    assert.equal(await handIn(bounceOf(id, { action: "delayed" })), 204);
    assert.equal(await handIn("x".repeat(300_000)), 413);
    assert.deepEqual(await bounced(), before);
  });
});
