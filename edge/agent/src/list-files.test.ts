import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import {
  createSigner,
  createVerifier,
  draftList,
  framesOf,
  generateSigningKey,
  publicKeyOf,
  signList,
  type AccessList,
} from "@terskel/edge-protocol";
import { createLists } from "./lists.ts";
import { openStore } from "./store.ts";

const controller = "0198c0de-0000-7000-8000-000000000001";
const person = { id: "0198c0de-0000-7000-8000-00000000000a", subjects: [1] };

/** The lists of an agent over one data folder, started anew at each call. */
async function place(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), "terskel-lists-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const key = await generateSigningKey();
  const sign = await createSigner(key);
  const verify = await createVerifier([publicKeyOf(key)], controller);
  const lines: string[] = [];
  const listOf = (revision: number): AccessList => ({
    controller,
    revision,
    issuedAt: "2026-03-02T08:00:00.000Z",
    doors: [],
    persons: [person],
    credentials: [{ hash: "a".repeat(43), kind: "card", person: 0 }],
    schedules: [],
    clocks: [],
  });
  return {
    file: join(folder, "access-list"),
    lines,
    sign,
    listOf,
    async start() {
      const db = openStore(folder, () => {});
      const lists = await createLists(db, folder, verify, (_, event) => void lines.push(event));
      t.after(() => db.isOpen && db.close());
      return {
        db,
        lists,
        async take(revision: number) {
          const document = await signList(sign, draftList(listOf(revision)));
          for (const frame of framesOf(document, revision)) await lists.receive(frame);
        },
      };
    },
  };
}

test("the power fails while a list is written: the one before it is there", async (t) => {
  const it = await place(t);
  const first = await it.start();
  await first.take(1);
  first.db.close();
  writeFileSync(`${it.file}.next`, readFileSync(it.file).subarray(0, 100));
  const again = await it.start();
  assert.equal(again.lists.current()?.revision, 1);
  await again.take(2);
  assert.equal(again.lists.current()?.revision, 2);
});

test("a list that is torn on the disk is refused, and comes again", async (t) => {
  for (const tear of [
    (file: string) => truncateSync(file, 50),
    (file: string) => truncateSync(file, 2),
    (file: string) => truncateSync(file, readFileSync(file).length - 1),
    (file: string) =>
      writeFileSync(
        file,
        Buffer.from(readFileSync(file).map((byte, at, all) => (at < all.length - 8 ? byte : 0))),
      ),
  ]) {
    const it = await place(t);
    const first = await it.start();
    await first.take(1);
    first.db.close();
    tear(it.file);
    const again = await it.start();
    assert.equal(again.lists.current(), undefined);
    assert.deepEqual(it.lines.slice(-1), ["stored-list-refused"]);
    await again.take(1);
    assert.equal(again.lists.current()?.revision, 1);
  }
});

test("a list that an agent of version 4 left in the store is good until another is kept", async (t) => {
  const it = await place(t);
  const first = await it.start();
  const put = first.db.prepare("INSERT INTO access_list (one, revision, jws) VALUES (1, 7, ?)");
  put.run(await it.sign("list", it.listOf(7)));
  first.db.close();
  const again = await it.start();
  assert.equal(again.lists.current()?.revision, 7);
  assert.equal(again.lists.current()?.body.credentialPersons.length, 1);
  await again.take(8);
  assert.equal(again.db.prepare("SELECT count(*) AS n FROM access_list").get()?.["n"], 0);
  again.db.close();
  assert.equal((await it.start()).lists.current()?.revision, 8);
});
