import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";

type Package = {
  name: string;
  exports?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
};

const root = new URL("..", import.meta.url);
const read = (folder: string) =>
  JSON.parse(readFileSync(new URL(`${folder}/package.json`, root), "utf8")) as Package;
const folders = globSync("{platform,kernel,modules/*,edge/*,apps/*,bench,tests,tools}", {
  cwd: root,
});
const packages = new Map(folders.map((folder) => [folder, read(folder)]));
const nameToFolder = new Map([...packages].map(([folder, { name }]) => [name, folder]));

/** Which folders a folder's own code may use, by the house's floors: an arrow goes down only. */
const below: Record<string, RegExp> = {
  platform: /^$/,
  kernel: /^platform$/,
  modules: /^(kernel|platform|edge\/(protocol|decision))$/,
  edge: /^edge\//,
  "edge/protocol": /^edge\/decision$/,
  "edge/decision": /^$/,
  apps: /^(modules\/\w+|kernel|platform|edge\/(protocol|simulator))$/,
  bench: /./,
  tests: /./,
  // `npm test` makes ready what the tests of the whole product clone.
  tools: /^(apps\/server|kernel|platform|tests)$/,
};

const own = (dependencies: Record<string, string> = {}) =>
  Object.keys(dependencies).flatMap((name) => nameToFolder.get(name) ?? []);

test("every package's dependencies go down a floor, never up or sideways between modules", () => {
  assert.ok(packages.size >= 12);
  for (const [folder, { dependencies }] of packages) {
    const allowed = below[folder] ?? below[folder.split("/")[0] ?? ""];
    assert.ok(allowed, `${folder} has no floor`);
    for (const used of own(dependencies)) {
      assert.match(used, allowed, `${folder} must not depend on ${used}`);
    }
  }
});

test("what runs at the door imports nothing from the cloud, not even in its tests", () => {
  for (const [folder, { dependencies, devDependencies }] of packages) {
    if (!folder.startsWith("edge/")) continue;
    for (const used of [...own(dependencies), ...own(devDependencies)])
      assert.match(used, /^edge\//);
  }
});

test("what a package exports is there", () => {
  for (const [folder, { exports = {} }] of packages) {
    for (const file of Object.values(exports)) {
      const found = globSync(file, { cwd: new URL(`${folder}/`, root) });
      assert.ok(found.length > 0, `${folder} exports ${file}, which is not there`);
    }
  }
});

test("a module keeps the rooms of the house", () => {
  for (const folder of folders.filter((each) => each.startsWith("modules/"))) {
    for (const room of [
      "README.md",
      "sql",
      "src/index.ts",
      "src/processing.ts",
      "src/tables.ts",
      "src/ports.ts",
      "src/problems.ts",
    ]) {
      assert.equal(
        globSync(`${folder}/${room}`, { cwd: root }).length,
        1,
        `${folder} has no ${room}`,
      );
    }
  }
});

test("what leaves the installation goes by the gate: gateways are made in one file, and only the gate and the outbox make senders", () => {
  const files = globSync("{platform,kernel,modules/*,apps/server}/src/**/*.ts", { cwd: root });
  const product = files.filter((file) => !/(\.test|\/test-[^/]+)\.ts$|\/test-eid\//.test(file));
  assert.ok(product.length > 300);
  const using = (what: RegExp) =>
    product.filter((file) => what.test(readFileSync(new URL(file, root), "utf8"))).toSorted();
  assert.deepEqual(using(/\b(smtpMailer|httpSmsGateway)\(/), [
    "apps/server/src/senders.ts",
    "platform/src/mail.ts",
    "platform/src/sms.ts",
  ]);
  assert.deepEqual(using(/\bmakeSender\b/), [
    "kernel/src/suppliers/gate.ts",
    "kernel/src/suppliers/sender.ts",
  ]);
  // Whoever else calls out of the process could pass something on.
  assert.deepEqual(using(/\bfetch\(|\bcreateTransport\(|\bhttps?\.request\(/), [
    "platform/src/mail.ts",
    "platform/src/sms.ts",
  ]);
});
