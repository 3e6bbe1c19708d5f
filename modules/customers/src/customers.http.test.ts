import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { JobWaits } from "@terskel/platform/jobs";
import * as contactsApi from "./api/contacts.ts";
import * as api from "./api/mailings.ts";
import * as link from "./api/unsubscribe.ts";
import { dayMs, mailingSteps, nb, person } from "./test-mailings.ts";
import { startTestServer } from "./test-server.ts";
import type { TestServer } from "./test-server.ts";

let server: TestServer;
const { add, confirm, listed, mailsTo, read, sendOut, tokenTo, unsubscribe, write } = mailingSteps(
  () => server,
);
before(async () => {
  server = await startTestServer();
});
after(async () => await server.stop());
beforeEach(async () => {
  for (const table of ["customers.contacts", "customers.mailings"])
    await server.rows(`delete from ${table}`);
  server.post.before = () => undefined;
  server.clock.now = () => new Date();
});

describe("contact persons", () => {
  test("are added with where the data came from, corrected, found and removed, by the operator's staff alone", async () => {
    const { id, email } = await add({ position: "Driftssjef", source: "register" });
    await add({ name: "Arne Berg", company: "Berg AS" });
    const body = person({ email, name: "Mona Lund Vik", language: "sv" });
    await server.ok(contactsApi.changeContact, { params: { contact: id }, body });
    const [found] = await listed({ search: "LUND vik" });
    assert.deepEqual(
      [found?.name, found?.language, found?.source],
      ["Mona Lund Vik", "sv", "customer"],
    );
    assert.equal(found?.position, undefined);
    await server.ok(contactsApi.removeContact, { params: { contact: id } });
    assert.deepEqual(
      (await listed()).map(({ name }) => name),
      ["Arne Berg"],
    );
    assert.equal(await server.refused(contactsApi.contacts, { as: "stranger" }), "403 not-allowed");
  });

  test("one address is one contact; what is no address, holds an identity number or lies ahead is refused", async () => {
    const { email } = await add();
    const refused = async (more: object) =>
      await server.refused(contactsApi.addContact, { body: person(more) });
    assert.equal(await refused({ email: email.toUpperCase() }), "409 contact-exists");
    assert.equal(
      await refused({ email: "mona@lund.example\r\nBcc: x@y.example" }),
      "400 malformed-request",
    );
    assert.equal(await refused({ position: "Leder 01819099940" }), "422 national-identity-number");
    const ahead = new Date(Date.now() + dayMs).toISOString();
    assert.equal(await refused({ lastContactAt: ahead }), "422 last-contact-ahead");
  });

  test("three years after the last contact they are invisible at once", async () => {
    const { email } = await add();
    await server.rows(
      "update customers.contacts set last_contact_at = now() - interval '1095 days'",
    );
    assert.deepEqual(await listed({ search: email }), []);
  });
});

describe("a mailing", () => {
  test("goes to each once, in their language, with one step to get no more", async () => {
    const [mona, sven] = [await add(), await add({ language: "sv", source: "bought-list" })];
    const sv = { subject: "Ny porttelefon", text: "Hej!" };
    const mailing = await write({ nb, sv });
    const { recipients, previews, state } = await read(mailing);
    assert.deepEqual([recipients, state], [{ nb: 1, sv: 1, en: 0 }, "draft"]);
    assert.match(previews.nb?.text ?? "", /uten å logge inn/);
    await confirm(mailing, 2);
    await server.runSending(mailing);
    await server.runSending(mailing);
    const [letter, ...more] = mailsTo(mona.email);
    assert.deepEqual([letter?.subject, more.length], [nb.subject, 0]);
    const url = `https://terskel.test/unsubscribe/${tokenTo(mona.email)}`;
    assert.deepEqual(letter?.headers, {
      "List-Unsubscribe": `<${url}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
    const [swedish] = mailsTo(sven.email);
    assert.match(
      swedish?.text ?? "",
      /^Hej!\n\n-- \nDu får det här från Terskel Drift AS .*köpt lista/s,
    );
    const { sent, failed, unsure, ...after } = await read(mailing);
    assert.deepEqual([after.state, sent, failed, unsure], ["sent", 2, 0, 0]);
  });

  test("is sent once, however often the button is pressed, and is changed no more", async () => {
    await add();
    const mailing = await write();
    const params = { mailing };
    const press = async () =>
      await server
        .refused(api.sendMailing, { params, body: { recipients: 1 } })
        .catch(() => "sent");
    const pressed = await Promise.all([press(), press(), press()]);
    assert.deepEqual(pressed.toSorted(), [
      "409 mailing-sent-already",
      "409 mailing-sent-already",
      "sent",
    ]);
    const body = { texts: { nb } };
    assert.equal(
      await server.refused(api.changeMailing, { params, body }),
      "409 mailing-sent-already",
    );
    assert.equal(await server.refused(api.removeMailing, { params }), "409 mailing-sent-already");
  });

  test("is not sent to nobody, to others than were seen, or in a language that somebody does not read", async () => {
    const mailing = await write();
    const refused = (recipients: number) =>
      server.refused(api.sendMailing, { params: { mailing }, body: { recipients } });
    assert.equal(await refused(1), "422 mailing-to-nobody");
    await add({ language: "en" });
    assert.equal(await refused(2), "409 mailing-recipients-changed");
    assert.equal(await refused(1), "422 mailing-language-missing");
    assert.equal((await read(mailing)).state, "draft");
  });

  test("has a subject of one line", async () => {
    const texts = { nb: { ...nb, subject: "Tilbud\r\nBcc: alle@example.org" } };
    assert.equal(
      await server.refused(api.addMailing, { body: { texts } }),
      "400 malformed-request",
    );
    assert.equal(
      await server.refused(api.addMailing, { body: { texts: {} } }),
      "400 malformed-request",
    );
  });

  test("does not reach whoever objects or is restricted after it was confirmed", async () => {
    const [mona, siv, per] = [await add(), await add(), await add()];
    await sendOut();
    const mailing = await write();
    await confirm(mailing, 3);
    await unsubscribe(tokenTo(mona.email));
    await server.rows(
      "insert into kernel.withholdings (organisation_id, address, activity) values ($1, $2, null)",
      [server.operator, siv.email],
    );
    await server.runSending(mailing);
    assert.deepEqual(
      [mona, siv, per].map(({ email }) => mailsTo(email).length),
      [1, 1, 2],
    );
    assert.equal((await read(mailing)).sent, 1);
  });

  test("waits while nothing may leave, and then goes to everybody once", async () => {
    const all = [await add(), await add()];
    const mailing = await write();
    await confirm(mailing, 2);
    server.post.before = ({ to }) => {
      if (to === all[1]?.email) throw new JobWaits("no agreement");
    };
    await assert.rejects(server.runSending(mailing), JobWaits);
    assert.equal((await read(mailing)).state, "sending");
    server.post.before = () => undefined;
    await server.runSending(mailing);
    assert.deepEqual(
      all.map(({ email }) => mailsTo(email).length),
      [1, 1],
    );
    const { state, sent, unsure } = await read(mailing);
    assert.deepEqual([state, sent, unsure], ["sent", 2, 0]);
  });

  test("whose process dies in the middle goes on, and nobody gets it twice", async () => {
    const all = [await add(), await add(), await add()];
    const mailing = await write();
    await confirm(mailing, 3);
    const { promise: dying, resolve: die } = Promise.withResolvers<undefined>();
    server.post.before = async ({ to }) => {
      if (to !== all[1]?.email) return;
      die(undefined);
      await new Promise(() => undefined);
    };
    void server.runSending(mailing);
    await dying;
    server.post.before = () => undefined;
    await server.runSending(mailing);
    // The one who was being written to may have got it: that is not known, and said.
    assert.deepEqual(
      all.map(({ email }) => mailsTo(email).length),
      [1, 0, 1],
    );
    const { state, sent, unsure } = await read(mailing);
    assert.deepEqual([state, sent, unsure], ["sent", 2, 1]);
  });

  test("that an address does not take is tried again later, and holds nobody else up", async () => {
    const all = [await add(), await add()];
    const mailing = await write();
    await confirm(mailing, 2);
    server.post.before = ({ to }) => {
      if (to === all[0]?.email) throw new Error("550 no such mailbox");
    };
    await server.runSending(mailing);
    assert.deepEqual(
      all.map(({ email }) => mailsTo(email).length),
      [0, 1],
    );
    for (let minutes = 11; minutes <= 55; minutes += 11) {
      server.clock.now = () => new Date(Date.now() + minutes * 60_000);
      await server.runSending(mailing);
    }
    const { state, sent, failed, unsure } = await read(mailing);
    assert.deepEqual([state, sent, failed, unsure], ["sent", 1, 1, 0]);
  });
});

describe("unsubscribing", () => {
  test("takes one press by whoever holds the link; to look at it ends nothing", async () => {
    const { email } = await add();
    const mailing = await sendOut();
    const body = { token: tokenTo(email) };
    const look = async () => await server.ok(link.readUnsubscribe, { body });
    assert.deepEqual(await look(), { operator: "Terskel Drift AS", unsubscribed: false });
    assert.deepEqual(await listed().then(([each]) => each?.objected), false);
    const [first, again] = [await unsubscribe(body.token), await unsubscribe(body.token)];
    assert.deepEqual(first, again);
    assert.deepEqual(await look(), first);
    assert.deepEqual(await listed().then(([each]) => each?.objected), true);
    assert.equal((await read(mailing)).unsubscribed, 1);
  });

  test("an unknown, cut or changed link says so, and a token is stored nowhere", async () => {
    const { email } = await add();
    await sendOut();
    const token = tokenTo(email);
    for (const wrong of ["a".repeat(43), token.slice(0, -1), `${token.slice(0, -1)}!`])
      for (const contract of [link.unsubscribe, link.readUnsubscribe])
        assert.equal(
          await server.refused(contract, { body: { token: wrong } }),
          "404 link-unknown",
        );
    for (const table of [
      "customers.deliveries",
      "customers.mailings",
      "graphile_worker._private_jobs",
    ]) {
      const rows = await server.rows<{ row: string }>(`select t::text as row from ${table} t`);
      assert.ok(
        rows.every(({ row }) => !row.includes(token)),
        table,
      );
    }
  });

  test("holds when the contact is removed and added again, and the old link still says so", async () => {
    const { id, email } = await add();
    await sendOut();
    await unsubscribe(tokenTo(email));
    await server.ok(contactsApi.removeContact, { params: { contact: id } });
    await server.rows("delete from kernel.withholdings");
    assert.deepEqual(
      await server.rows("select email from customers.deliveries where email is not null"),
      [],
    );
    const again = await add({ email: email.toUpperCase() });
    const other = await add();
    await sendOut();
    assert.deepEqual([mailsTo(email).length, mailsTo(other.email).length], [1, 1]);
    const body = { token: tokenTo(email) };
    assert.equal((await server.ok(link.readUnsubscribe, { body })).unsubscribed, true);
    const changed = { params: { contact: again.id }, body: person() };
    assert.equal(await server.refused(contactsApi.changeContact, changed), "409 contact-objected");
  });

  test("by the link of a removed contact ends it for the address that comes back", async () => {
    const { id, email } = await add();
    await sendOut();
    await server.ok(contactsApi.removeContact, { params: { contact: id } });
    await unsubscribe(tokenTo(email));
    await add({ email });
    const mailing = await write();
    assert.equal((await read(mailing)).recipients.nb, 0);
  });

  test("ends it for the address that the contact has by now, too", async () => {
    const { id, email } = await add();
    await sendOut();
    const token = tokenTo(email);
    const body = person();
    await server.ok(contactsApi.changeContact, { params: { contact: id }, body });
    await unsubscribe(token);
    await add({ email });
    assert.equal((await read(await write())).recipients.nb, 0);
  });
});
