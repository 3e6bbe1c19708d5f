import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { makeFolder } from "./folder.ts";

test("a folder is made with those above it, and one that is there stays as it is", (t) => {
  const base = mkdtempSync(join(tmpdir(), "terskel-folder-"));
  t.after(() => rmSync(base, { recursive: true }));
  const folder = join(base, "a", "b");
  makeFolder(folder, 0o700);
  makeFolder(folder, 0o755);
  for (const each of [folder, join(base, "a")]) assert.equal(statSync(each).mode & 0o777, 0o700);
});

test("one that cannot be made is an error, and no waiting for ever", (t) => {
  const base = mkdtempSync(join(tmpdir(), "terskel-folder-"));
  t.after(() => rmSync(base, { recursive: true }));
  writeFileSync(join(base, "file"), "");
  symlinkSync(join(base, "gone"), join(base, "link"));
  // In a process of its own, because what does not end there would not end here either.
  const impossible = [
    join(base, "file", "a"),
    join(base, "link"),
    "/proc/terskel",
    "/proc/terskel/a/b",
  ];
  for (const folder of impossible) {
    const script = `import(${JSON.stringify(new URL("./folder.ts", import.meta.url).href)})
      .then(({ makeFolder }) => makeFolder(${JSON.stringify(folder)}))
      .catch((error) => process.stdout.write(error.code))`;
    const { stdout, signal } = spawnSync(process.execPath, ["-e", script], { timeout: 20_000 });
    assert.equal(signal, null, folder);
    assert.match(String(stdout), /^(ENOENT|ENOTDIR|EACCES|EEXIST)$/);
  }
});
