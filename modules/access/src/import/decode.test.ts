import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { Problem } from "@terskel/platform/problems";
import { decode, maxFileBytes } from "./decode.ts";
import { encode, problemOf } from "./test-files.ts";

const letters = "Bjørn Ærlig, Åse Öberg, Märta – “€”";

for (const encoding of ["utf-8", "utf-8-bom", "utf-16le", "windows-1252"] as const) {
  test(`Nordic letters survive ${encoding}, and its byte order mark is no part of the text`, () => {
    const read = decode(encode(letters, encoding));
    assert.equal(read.text, letters);
    assert.equal(read.encoding, encoding.replace("-bom", ""));
  });
}

test("one byte that is not UTF-8 makes the file Windows-1252", () => {
  const bytes = Buffer.concat([Buffer.from("a".repeat(5000)), Buffer.of(0xe6)]);
  assert.deepEqual(decode(bytes).encoding, "windows-1252");
});

test("a workbook, a PDF, UTF-16 without its mark, and a file over 10 MB are named for what they are", async () => {
  const notText = [
    Buffer.from("PK\u0003\u0004…"),
    Buffer.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1),
    Buffer.from("%PDF-1.7"),
    Buffer.from("Navn;E-post", "utf16le"),
  ];
  for (const bytes of notText)
    assert.equal(await problemOf(() => decode(bytes)), "import-not-text");
  const large = Buffer.alloc(maxFileBytes + 1, 0x61);
  assert.equal(await problemOf(() => decode(large)), "import-too-large");
});

test("any bytes give well-formed text or a problem", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      try {
        assert.ok(decode(bytes).text.isWellFormed());
      } catch (error) {
        assert.ok(error instanceof Problem);
      }
    }),
  );
});
