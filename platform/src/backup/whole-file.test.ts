import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { after, test } from "node:test";
import { writeWhole } from "./whole-file.ts";

const folder = mkdtempSync(join(tmpdir(), "terskel-test-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, "backup");

test("a file is written whole and for its owner only, in the place of an older one", async () => {
  writeFileSync(file, "old", { mode: 0o644 });
  await writeWhole(file, Readable.from([Buffer.from("new "), Buffer.from("one")]));
  assert.equal(readFileSync(file, "utf8"), "new one");
  assert.equal(statSync(file).mode & 0o777, 0o600);
});

test("what fails in the middle leaves the old file and nothing of its own", async () => {
  async function* broken() {
    yield Buffer.alloc(100_000);
    await Promise.reject(new Error("the connection is gone"));
  }
  await assert.rejects(writeWhole(file, Readable.from(broken())), /the connection is gone/);
  assert.equal(readFileSync(file, "utf8"), "new one");
  assert.deepEqual(readdirSync(folder), ["backup"]);
});

test("a disk that takes no more does too", () => {
  // A process that may write files of 64 KiB and no larger: the system refuses as a full disk does.
  const script = `import { writeWhole } from ${JSON.stringify(new URL("whole-file.ts", import.meta.url).href)};
    import { Readable } from "node:stream";
    await writeWhole(${JSON.stringify(file)}, Readable.from(Array(10).fill(Buffer.alloc(65536))));`;
  const done = spawnSync(
    "sh",
    [
      "-c",
      `trap '' XFSZ; ulimit -f 128; exec "$0" --input-type=module -e "$1"`,
      process.execPath,
      script,
    ],
    { encoding: "utf8", timeout: 30_000 },
  );
  assert.notEqual(done.status, 0);
  assert.match(done.stderr, /EFBIG/);
  assert.equal(readFileSync(file, "utf8"), "new one");
  assert.deepEqual(readdirSync(folder), ["backup"]);
});
