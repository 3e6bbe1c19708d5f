import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

type Installed = { readonly license?: string; readonly link?: boolean };

const allowed = new Set([
  "MIT",
  "MIT-0",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "MPL-2.0",
  "BlueOak-1.0.0",
  "0BSD",
  "Unlicense",
  "Python-2.0",
  // The same, by its other name.
  "PSF-2.0",
  "(MIT OR Apache-2.0)",
  "(MIT OR CC0-1.0)",
  // pako, which the PDF library deflates with: Zlib asks for less than MIT.
  "(MIT AND Zlib)",
]);
/** LGPL-3.0-or-later: docs/decisions/0016. The calendars of CC-BY-3.0: docs/decisions/0032. */
const excepted = /node_modules\/(@img\/sharp-(libvips|win32|wasm32)|date-holidays$)/;
/** Names its licence in a file of its own only: MIT. */
const saidInFile = new Set(["node_modules/png-js"]);

test("whatever is installed is under a licence that the house allows, apart from what 0016 and 0032 say", () => {
  const lock = new URL("../package-lock.json", import.meta.url);
  const { packages } = JSON.parse(readFileSync(lock, "utf8")) as {
    packages: Record<string, Installed>;
  };
  const foreign = Object.entries(packages).filter(
    ([path, { link }]) => path.includes("node_modules/") && !link,
  );
  assert.ok(foreign.length > 300);
  const others = foreign.filter(([path, { license }]) => {
    return !allowed.has(license ?? "") && !excepted.test(path) && !saidInFile.has(path);
  });
  assert.deepEqual(
    others.map(([path, { license }]) => `${path}: ${license}`),
    [],
  );
});
