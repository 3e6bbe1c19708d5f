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
