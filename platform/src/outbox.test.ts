import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { createOutbox } from "./outbox.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "terskel-outbox-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("what is sent lies in the outbox, newest first, also after a new start", () => {
  const outbox = createOutbox(folder);
  outbox.put({ channel: "email", to: "kari@example.org", subject: "Først", text: "1" });
  outbox.put({ channel: "sms", to: "+4791234567", text: "2" });
  const seen = createOutbox(folder)
    .list()
    .map(({ channel, to, subject, text }) => ({ channel, to, subject, text }));
  assert.deepEqual(seen, [
    { channel: "sms", to: "+4791234567", subject: undefined, text: "2" },
    { channel: "email", to: "kari@example.org", subject: "Først", text: "1" },
  ]);
});

test("it keeps the last 200, in the order in which they were sent", () => {
  const outbox = createOutbox(folder);
  for (let n = 1; n <= 205; n += 1) outbox.put({ channel: "sms", to: "+47", text: String(n) });
  const texts = outbox.list().map((message) => message.text);
  assert.equal(texts.length, 200);
  assert.deepEqual([texts[0], texts.at(-1)], ["205", "6"]);
});

test("nobody else on the machine reads it, and a file half written is not shown", () => {
  const outbox = createOutbox(folder);
  outbox.put({ channel: "sms", to: "+47", text: "1" });
  const inside = join(folder, "outbox");
  assert.equal(statSync(inside).mode & 0o077, 0);
  for (const file of readdirSync(inside)) {
    assert.equal(statSync(join(inside, file)).mode & 0o077, 0);
  }
  writeFileSync(join(inside, "9-x.json.part"), "{");
  assert.equal(outbox.list().length, 1);
});
