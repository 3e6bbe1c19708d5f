import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { createTestDatabase } from "@terskel/platform/testing";
import type { TestDatabase } from "@terskel/platform/testing";
import { testSql, trialProcessing } from "../test-schema.ts";
import { replayTombstones } from "./replay.ts";
import type { Eraser } from "./subject.ts";
import { createTombstones } from "./tombstones.ts";

const key = Buffer.alloc(32, 7);
const log = { warn: () => undefined } as never;
let database: TestDatabase;
let folder: string;
before(async () => {
  database = await createTestDatabase();
});
after(async () => await database.drop());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "terskel-test-"));
  await database.owner.query(`drop schema if exists trial cascade; ${testSql}`);
  await database.owner.query(
    `insert into trial.invitations (organisation_id, email)
     values (uuidv7(), 'Kari@example.no'), (uuidv7(), 'ola@example.no')`,
  );
});

const tombstones = () => createTombstones({ folder, key, now: () => new Date(), log });
const erase: Eraser = async ({ id }) => {
  await database.owner.query("delete from trial.invitations where lower(email) = lower($1)", [id]);
};
const emails = async () => {
  const { rows } = await database.owner.query("select email from trial.invitations order by 1");
  return rows.map((row: { email: string }) => row.email);
};
const replay = (eraser: Eraser = erase, position = [] as never) =>
  replayTombstones({
    owner: database.owner,
    processings: [trialProcessing],
    folder,
    key,
    position,
    keepDays: 365,
    now: new Date(),
    erase: eraser,
  });

test("who was erased since the backup is erased again, and nobody else", async () => {
  await tombstones().around([{ kind: "address", id: "kari@example.no" }], () => Promise.resolve());
  assert.deepEqual(await replay(), { erased: 1, open: 0 });
  assert.deepEqual(await emails(), ["ola@example.no"]);
  assert.deepEqual(await replay(), { erased: 0, open: 0 });
  rmSync(folder, { recursive: true });
});

test("whose erasure had ended before the backup is left alone: they came back since", async () => {
  const stones = tombstones();
  await stones.around([{ kind: "address", id: "kari@example.no" }], () => Promise.resolve());
  await replay(erase, stones.position() as never);
  assert.equal((await emails()).length, 2);
  rmSync(folder, { recursive: true });
});

test("an erasure that fails, fails the replay", async () => {
  await tombstones().around([{ kind: "address", id: "kari@example.no" }], () => Promise.resolve());
  const failing = replay(() => Promise.reject(new Error("a hold stands")));
  await assert.rejects(failing, /a hold stands/);
  rmSync(folder, { recursive: true });
});
