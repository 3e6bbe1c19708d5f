import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { accountForRoot } from "./account.ts";
import { nativeFolder, runnableBinaries } from "./binaries.ts";
import { isReachable, makeReachable } from "./reachable.ts";

const rootOnly = {
  skip: process.getuid?.() === 0 ? false : "only root starts PostgreSQL as another account",
};
const version = `0.0.0-test.${process.pid}`;
let folder: string;
let copy: string | undefined;
before(() => {
  folder = mkdtempSync(join(tmpdir(), "terskel-binaries-"));
  mkdirSync(join(folder, "native", "bin"), { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ version }));
  writeFileSync(join(folder, "native", "bin", "postgres"), "a".repeat(5_000_000), { mode: 0o700 });
});
after(() => {
  rmSync(folder, { recursive: true });
  if (copy) rmSync(copy, { recursive: true, force: true });
});

test("the package's own binaries are there", async () => {
  const native = await nativeFolder();
  for (const name of ["initdb", "pg_ctl", "postgres"]) {
    assert.ok(statSync(join(native, "bin", name)).mode & 0o111);
  }
});

test("where they can be run they are run as they lie", () => {
  assert.equal(runnableBinaries(join(folder, "native"), undefined), join(folder, "native"));
});

test(
  "from a folder that only root can enter they are copied once, whole, for everybody",
  rootOnly,
  async () => {
    const native = JSON.stringify(join(folder, "native"));
    const script = `
    import("${import.meta.resolve("./binaries.ts")}").then(async ({ runnableBinaries }) => {
      const { accountForRoot } = await import("${import.meta.resolve("./account.ts")}");
      console.log(runnableBinaries(${native}, accountForRoot()));
    });`;
    const copyAtOnce = async () => {
      const child = spawn(process.execPath, ["-e", script], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      let said = "";
      for await (const chunk of child.stdout) said += String(chunk);
      return said.trim();
    };
    const copies = await Promise.all([copyAtOnce(), copyAtOnce(), copyAtOnce()]);
    copy = copies[0];
    assert.equal(new Set(copies).size, 1);
    assert.ok(copy?.endsWith(`postgresql-${version}`));
    const file = join(copy, "bin", "postgres");
    assert.equal(readFileSync(file).length, 5_000_000);
    assert.equal(statSync(file).mode & 0o777, 0o755);
    assert.equal(statSync(file).uid, 0);
    const made = statSync(copy).mtimeMs;
    assert.equal(runnableBinaries(join(folder, "native"), accountForRoot()), copy);
    assert.equal(statSync(copy).mtimeMs, made);
    assert.deepEqual(
      readdirSync(dirname(copy)).filter((each) => each.startsWith("copy-")),
      [],
    );
  },
);

test("a reachable folder is new, root's own, and known again by its purpose", rootOnly, () => {
  const made = makeReachable("data");
  assert.equal(statSync(made).uid, 0);
  assert.equal(statSync(made).mode & 0o777, 0o700);
  assert.ok(isReachable(made, "data"));
  assert.equal(isReachable(made, "copy"), false);
  for (const other of [
    "/etc",
    "/var/lib/terskel",
    "/var/lib/terskel/data-x/../../etc",
    "/home/data-x",
  ]) {
    assert.equal(isReachable(other, "data"), false, other);
  }
  rmSync(made, { recursive: true });
});
