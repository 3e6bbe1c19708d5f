import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import { signInOptions, requestSmsCode } from "@terskel/identity/api/sign-in";
import { disclosures } from "@terskel/kernel/api/disclosures";
import { sending } from "@terskel/kernel/api/sending";
import { addSupplier, addSupplierAgreement, answerSupplier } from "@terskel/kernel/api/suppliers";
import type { Client } from "../support/client.ts";
import { eventually } from "../support/eventually.ts";
import { refusal, startHouse } from "./people.ts";
import type { House } from "./people.ts";

/** An SMS gateway at the edge of the world: it keeps what it is given. */
const given: { to: string; text: string }[] = [];
let answers = 200;
const gateway = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => (body += String(chunk)));
  request.on("end", () => {
    if (answers === 200) given.push(JSON.parse(body) as (typeof given)[number]);
    response.writeHead(answers).end();
  });
});

let house: House;
let nora: Client;
let supplier: string;
before(async () => {
  await new Promise<void>((resolve) => gateway.listen(0, "127.0.0.1", resolve));
  const { port } = gateway.address() as AddressInfo;
  house = await startHouse({ SMS_URL: `http://127.0.0.1:${port}/` });
  nora = await house.as("nora");
});
after(async () => {
  gateway.closeAllConnections();
  gateway.close();
  await house?.stop();
});

const phone = "+4740000201";
const employee = { phone, organisationNumber: "310030031" };
const askForCode = async () => await house.nobody.call(requestSmsCode, { body: employee });
const health = async () =>
  ((await (await fetch(`${house.url}/healthz`)).json()) as { sending: Record<string, unknown> })
    .sending;
const dayFromNow = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Everyone was told of the supplier, and the day has come. */
async function tellOfSupplier() {
  await house.owner.query("select jobs.add('kernel.notice-versions', '{}', null, null)");
  await eventually("a version of each notice waits", async () => {
    const { rows } = await house.owner.query(
      `select from kernel.organisations o where not exists (
         select from kernel.notice_versions v where v.organisation_id = o.id and v.material and v.superseded_at is null)`,
    );
    return rows.length === 0;
  });
  await house.owner.query(
    `update kernel.notice_versions set announced_at = now(), told_at = now(), in_force_at = now()
      where material and superseded_at is null`,
  );
  await house.owner.query("select jobs.wake()");
}

describe("A12: nothing is passed to a supplier without an agreement in force", () => {
  test("without one, SMS is not offered, a code is refused in plain words, and health says why", async () => {
    const options = await house.nobody.call(signInOptions, {});
    assert.deepEqual([options.emailNow, options.sms, options.smsNow], [true, true, false]);
    assert.equal(await refusal(askForCode()), "cannot-send-now");
    const said = await health();
    assert.match(String(said["SMS provider"]), /stopped, 127\.0\.0\.1: no supplier/);
    // The demo's outbox is no supplier: nothing leaves.
    assert.equal(said["e-mail provider"], "kept here");
    const { channels } = await nora.call(sending, {});
    assert.deepEqual(
      channels.map(({ of, why }) => [of, why]),
      [
        ["e-mail provider", undefined],
        ["SMS provider", "no-supplier"],
      ],
    );
  });

  test("what was to be sent already waits, and goes when the agreement is registered and told of; nothing is lost", async () => {
    const { rows } = await house.owner.query<{ id: string }>(
      `insert into identity.codes (id, purpose, channel, address, organisation_number, language, created_at, expires_at)
       values (gen_random_uuid(), 'sign-in', 'sms', $1, '310030031', 'nb', now(), now() + interval '10 minutes') returning id`,
      [phone],
    );
    await house.owner.query("select graphile_worker.add_job('identity.send-code', $1::json)", [
      JSON.stringify({ code: rows[0]?.id }),
    ]);
    await eventually("it waits", async () => (await nora.call(sending, {})).waiting === 1);
    supplier = (
      await nora.call(addSupplier, {
        body: {
          name: "Telegrafen AS",
          number: "310060062",
          country: "NO",
          recipient: "SMS provider",
          host: "127.0.0.1",
          labels: ["contact", "secret", "language"],
          named: true,
        },
      })
    ).id;
    assert.equal((await nora.call(sending, {})).channels[1]?.why, "no-agreement");
    assert.equal(given.length, 0);
    await nora.call(addSupplierAgreement, {
      params: { supplier },
      body: { firstDay: dayFromNow(-1), lastDay: dayFromNow(400) },
    });
    // What an account gets goes by the operator's notice, and what an organisation's member gets by that one's.
    assert.equal((await nora.call(sending, {})).channels[1]?.why, "not-told");
    assert.equal(await refusal(askForCode()), "cannot-send-now");
    assert.match(String((await health())["SMS provider"]), /no notice in force names the supplier/);
    assert.equal(given.length, 0);
    await tellOfSupplier();
    await eventually("it is sent", async () => await Promise.resolve(given.length === 1));
    assert.equal(given[0]?.to, phone);
    assert.equal((await nora.call(sending, {})).waiting, 0);
    assert.equal((await health())["SMS provider"], "ok");
  });

  const agreement = async (change: string) =>
    await house.owner.query(
      `update kernel.supplier_agreements set ${change} where supplier_id = $1`,
      [supplier],
    );

  test("one that ends tonight is in force until midnight and not after", async () => {
    await agreement("ends_at = now() + interval '1 hour'");
    await askForCode();
    await eventually("it is sent", async () => await Promise.resolve(given.length === 2));
    await agreement("ends_at = now()");
    assert.equal(await refusal(askForCode()), "cannot-send-now");
    assert.match(String((await health())["SMS provider"]), /has ended/);
    await agreement("begins_at = now() + interval '1 day', ends_at = null");
    assert.equal(await refusal(askForCode()), "cannot-send-now");
    await agreement("begins_at = now() - interval '1 day'");
  });

  test("of an organisation that objects nothing is passed on, and it goes when it approves", async () => {
    const lise = await house.as("lise");
    const params = {
      organisation: await house.organisationOf(lise, "Havnegata 7 kontorfellesskap"),
      supplier,
    };
    await lise.call(answerSupplier, {
      params,
      body: { answer: "objected", reason: "Vi vil ikke ha SMS." },
    });
    await askForCode();
    await eventually("it waits", async () => (await nora.call(sending, {})).waiting === 1);
    assert.equal(given.length, 2);
    await lise.call(answerSupplier, { params, body: { answer: "approved" } });
    await eventually("it is sent", async () => await Promise.resolve(given.length === 3));
  });
});

describe("C12, A14: whom it was about sees who got what, in the portal and in the copy", () => {
  test("each message is there once, with recipient, purpose, data and time; of nobody else", async () => {
    const amir = await house.as("amir");
    const { items } = await amir.call(disclosures, {});
    assert.equal(items.length, 3);
    for (const each of items) {
      assert.deepEqual(
        [each.recipient, each.name, each.labels.toSorted()],
        ["SMS provider", "Telegrafen AS", ["contact", "language", "secret"]],
      );
      assert.match(each.purpose.nb, /Logge inn/);
    }
    const lise = await house.as("lise");
    assert.deepEqual((await lise.call(disclosures, {})).items, []);
  });

  test("what the gateway did not take is not said to be passed on", async () => {
    answers = 503;
    await askForCode();
    const failed = async () => {
      const { rows } = await house.owner.query<{ n: number }>(
        "select count(*)::int as n from graphile_worker.jobs where task_identifier = 'identity.send-code' and last_error is not null",
      );
      return rows[0]?.n === 1;
    };
    await eventually("it failed", failed);
    const { rows } = await house.owner.query<{ n: number }>(
      "select count(*)::int as n from kernel.disclosures",
    );
    assert.equal(rows[0]?.n, 3);
  });
});
