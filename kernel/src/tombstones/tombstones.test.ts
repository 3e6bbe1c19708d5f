import assert from "node:assert/strict";
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { readErased } from "./erased.ts";
import { readFiles, removeOld } from "./folder.ts";
import { markOf } from "./subject.ts";
import { createTombstones } from "./tombstones.ts";

const key = Buffer.alloc(32, 7);
const kari = { kind: "account", id: "0199aaaa-0000-7000-8000-000000000001" } as const;
const address = { kind: "address", id: "Kari@example.no" } as const;
const member = { kind: "member", id: "0199aaaa-0000-7000-8000-000000000002" } as const;

let folder: string;
let clock: Date;
const warnings: unknown[] = [];
const log = { warn: (...said: unknown[]) => void warnings.push(said) } as never;
const tombstones = () => createTombstones({ folder, key, now: () => clock, log });
const erasedSince = (position = tombstones().position(), keepDays = 365) =>
  readErased({ folder, key }, position, keepDays, clock);
const only = () => join(folder, readdirSync(folder)[0] ?? "");

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "terskel-test-")), "tombstones");
  clock = new Date("2026-11-24T12:00:00Z");
  warnings.length = 0;
});
afterEach(() => rmSync(join(folder, ".."), { recursive: true, force: true }));

test("who goes is on the disk before the erasure, how it ended after it, and no personal data", async () => {
  const during: string[] = [];
  const result = await tombstones().around([kari, address], () => {
    during.push(...[...readFiles(folder, key).values()].flat().map(({ state }) => state));
    return Promise.resolve("gone");
  });
  assert.equal(result, "gone");
  assert.deepEqual(during, ["begun"]);
  const text = readFileSync(only(), "utf8");
  assert.deepEqual(
    text
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as { state: string }).state),
    ["begun", "done"],
  );
  assert.doesNotMatch(text, /kari|example|0199aaaa/i);
  assert.equal(statSync(only()).mode & 0o777, 0o600);
  assert.equal(statSync(folder).mode & 0o777, 0o700);
  const { marks, open } = erasedSince([]);
  assert.deepEqual(
    [...marks].sort(),
    [markOf(key, kari), markOf(key, { kind: "address", id: "kari@example.no" })].sort(),
  );
  assert.equal(open, 0);
});

test("what was rolled back was no erasure", async () => {
  const failed = tombstones().around([kari], () => Promise.reject(new Error("a hold stands")));
  await assert.rejects(failed, /a hold stands/);
  assert.deepEqual(erasedSince([]), { marks: new Set(), open: 0 });
});

test("when the connection breaks, nobody knows whether it was committed, and it counts", async () => {
  const lost = Object.assign(new Error("Connection terminated unexpectedly"), {});
  await assert.rejects(
    tombstones().around([kari], () => Promise.reject(lost)),
    /terminated/,
  );
  assert.deepEqual(erasedSince([]), { marks: new Set([markOf(key, kari)]), open: 1 });
});

test("what a killed process left open is ended by looking who is still there", async () => {
  const lost = new Error("Connection terminated unexpectedly");
  for (const subject of [kari, member]) {
    await assert.rejects(tombstones().around([subject], () => Promise.reject(lost)));
  }
  const settle = async () => await tombstones().settle(() => Promise.resolve([member]));
  await settle();
  assert.equal(erasedSince([]).open, 2, "within the hour they may still run");
  clock = new Date("2026-11-24T13:00:01Z");
  await settle();
  assert.deepEqual(erasedSince([]), { marks: new Set([markOf(key, kari)]), open: 0 });
});

test("where no tombstone can be written nothing is erased", async () => {
  writeFileSync(folder, "a file where the folder should be");
  let ran = false;
  const failed = tombstones().around([kari], () => {
    ran = true;
    return Promise.resolve();
  });
  await assert.rejects(failed, { code: "EEXIST" });
  assert.equal(ran, false);
});

test("a backup counts what had ended before it, and an erasure that was under way does not", async () => {
  const stones = tombstones();
  await stones.around([kari], () => Promise.resolve());
  let position = stones.position();
  await stones.around([member], () => {
    position = stones.position();
    return Promise.resolve();
  });
  assert.deepEqual(erasedSince(position), { marks: new Set([markOf(key, member)]), open: 0 });
});

test("a last line that is cut does not count; the same process writes on in another file", async () => {
  const stones = tombstones();
  await stones.around([kari], () => Promise.resolve());
  appendFileSync(only(), '{"v":1,"at":"2026');
  assert.equal(erasedSince([]).marks.size, 1);
  await tombstones().around([member], () => Promise.resolve());
  assert.equal(erasedSince([]).marks.size, 2);
});

test("several erasures at once stand one after another", async () => {
  const stones = tombstones();
  await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      stones.around([{ kind: "member", id: `m${n}` }], () => Promise.resolve()),
    ),
  );
  assert.equal(readdirSync(folder).length, 1);
  assert.equal(erasedSince([]).marks.size, 20);
});

test("under another secret there are other tombstones", async () => {
  await tombstones().around([kari], () => Promise.resolve());
  assert.equal(readFiles(folder, Buffer.alloc(32, 8)).size, 0);
});

test("a line that is changed, taken out or moved is noticed", async () => {
  const stones = tombstones();
  await stones.around([kari], () => Promise.resolve());
  await stones.around([member], () => Promise.resolve());
  const file = only();
  const lines = readFileSync(file, "utf8").trim().split("\n");
  const [first = "", second = "", third = "", fourth = ""] = lines;
  for (const changed of [
    [first.replace("begun", "void"), second, third, fourth],
    [third, fourth],
    [third, fourth, first, second],
    [first, second, "{}", fourth],
  ]) {
    writeFileSync(file, `${changed.join("\n")}\n`);
    assert.throws(() => erasedSince([]), /was changed/);
  }
});

test("files that are missing, or shorter than at the time of the backup, are noticed", async () => {
  const stones = tombstones();
  await stones.around([kari], () => Promise.resolve());
  await stones.around([member], () => Promise.resolve());
  const position = stones.position();
  const file = only();
  const lines = readFileSync(file, "utf8").trim().split("\n");
  writeFileSync(file, `${lines.slice(0, 2).join("\n")}\n`);
  assert.throws(() => erasedSince(position), /missing or shorter/);
  rmSync(file);
  assert.throws(() => erasedSince(position), /missing or shorter/);
});

test("a file goes when every backup of its time has gone, and is then not missed", async () => {
  const stones = tombstones();
  await stones.around([kari], () => Promise.resolve());
  const position = stones.position();
  clock = new Date("2026-12-24T12:00:00Z");
  await stones.around([member], () => Promise.resolve());
  assert.equal(readdirSync(folder).length, 2, "a new month begins a new file");
  removeOld(folder, 30, clock);
  assert.equal(readdirSync(folder).length, 2);
  clock = new Date("2026-12-31T00:00:00Z");
  removeOld(folder, 30, clock);
  assert.deepEqual(
    readdirSync(folder).map((file) => file.slice(0, 7)),
    ["2026-12"],
  );
  assert.equal(erasedSince(position, 30).marks.size, 1);
  assert.throws(() => erasedSince(position, 31), /missing or shorter/);
});
