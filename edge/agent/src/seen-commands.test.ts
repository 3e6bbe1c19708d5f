import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { createSeenCommands } from "./seen-commands.ts";
import { openStore } from "./store.ts";

test("a command is remembered past its expiry, then forgotten", (t) => {
  const path = mkdtempSync(join(tmpdir(), "terskel-seen-"));
  const db = openStore(path, () => {});
  t.after(() => {
    db.close();
    rmSync(path, { recursive: true });
  });
  const seen = createSeenCommands(db);
  const first = (id: string, expiresAtMs: number, nowMs: number) =>
    seen.firstTime({ id, expiresAtMs, nowMs });
  const hourMs = 3_600_000;
  assert.equal(first("a", 1000, 0), true);
  assert.equal(first("a", 1000, 500), false);
  assert.equal(first("a", 1000, hourMs), false);
  first("b", hourMs * 3, hourMs * 2);
  assert.equal(db.prepare("SELECT count(*) AS n FROM command").get()?.["n"], 1);
});
