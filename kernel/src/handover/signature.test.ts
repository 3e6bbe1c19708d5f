import assert from "node:assert/strict";
import { test } from "node:test";
import { keysFrom } from "@terskel/platform/keys";
import * as fc from "fast-check";
import { canonical, isSignedBy, keyIdOf, publishedKey, signed } from "./signature.ts";

const keys = keysFrom(Buffer.alloc(32, 1));
const { x } = publishedKey(keys);

test("the canonical form is that of RFC 8785, by its own examples", () => {
  // § 3.2.2: numbers as ECMAScript writes them, texts with the shortest escapes.
  const sample = JSON.parse(
    String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
  ) as object;
  assert.equal(
    canonical(sample).toString(),
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  );
  // § 3.2.3: names in the order of their UTF-16 code units.
  const names = JSON.parse(
    String.raw`{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}`,
  ) as object;
  assert.deepEqual(
    Array.from(
      canonical(names)
        .toString()
        .matchAll(/:"([^"]+)"/g),
      ([, value]) => value,
    ),
    [
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ],
  );
});

test("a key's id is its thumbprint, by the example of RFC 8037 § A.3", () => {
  assert.equal(
    keyIdOf("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"),
    "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
  );
});

test("whatever is signed fits whatever order its names come in, and nothing else fits", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue()), (any) => {
      const value = JSON.parse(JSON.stringify({ ...any, fixed: 1 })) as Record<string, unknown>;
      delete value["signature"];
      const file = signed(keys, value);
      const turned = Object.fromEntries(Object.entries(file).toReversed()) as typeof file;
      assert.ok(isSignedBy(x, turned));
      assert.ok(!isSignedBy(x, { ...file, fixed: 2 } as typeof file));
      assert.ok(!isSignedBy(x, { ...file, added: null } as typeof file));
    }),
    { numRuns: 100 },
  );
});

test("a signature of another installation fits none of this one's keys", () => {
  const other = publishedKey(keysFrom(Buffer.alloc(32, 2)));
  const file = signed(keys, { some: "text" });
  assert.ok(isSignedBy(x, file));
  assert.ok(!isSignedBy(other.x, file));
  for (const signature of ["", "A".repeat(86), file.signature.slice(0, 80)]) {
    assert.ok(!isSignedBy(x, { ...file, signature }), signature);
  }
});
