import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { z } from "zod";
import { readCursor, toPage, writeCursor } from "./cursor.ts";
import { Problem } from "./problems.ts";

const place = z.tuple([z.string(), z.number()]);

test("a cursor is read back as it was written", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.integer(), (text, number) => {
      fc.pre(!text.includes("\0"));
      assert.deepEqual(readCursor(place, writeCursor([text, number])), [text, number]);
    }),
  );
  assert.equal(readCursor(place, undefined), undefined);
});

const readOrRefuse = (cursor: string) => {
  try {
    const read = readCursor(place, cursor);
    assert.ok(place.safeParse(read).success);
    assert.ok(!read?.[0].includes("\0"));
  } catch (error) {
    assert.ok(error instanceof Problem, String(error));
    assert.equal(error.code, "malformed-request");
    assert.deepEqual(error.errors, [{ path: "query.cursor", code: "invalid_cursor" }]);
  }
};

test("any other text is refused as a malformed request, and throws nothing else", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), readOrRefuse), { numRuns: 1000 });
  const json = fc.json().map((text) => Buffer.from(text).toString("base64url"));
  fc.assert(fc.property(json, readOrRefuse), { numRuns: 1000 });
  for (const text of ["", "[]", "null", '["a"]', '["a",1,2]', '["\\u0000",1]', "[".repeat(5000)]) {
    assert.throws(() => readCursor(place, Buffer.from(text).toString("base64url")), Problem);
  }
});

test("pages cut at any size give every item once, in order", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 1, max: 10 }),
      (count, limit) => {
        const all = Array.from({ length: count }, (_, n) => n);
        const seen: number[] = [];
        let cursor: string | undefined;
        do {
          const after = readCursor(z.tuple([z.number()]), cursor)?.[0] ?? -1;
          const rows = all.filter((n) => n > after).slice(0, limit + 1);
          const page = toPage(
            rows,
            limit,
            (row) => [row],
            (row) => row,
          );
          assert.ok(page.items.length <= limit);
          seen.push(...page.items);
          cursor = page.next;
        } while (cursor !== undefined);
        assert.deepEqual(seen, all);
      },
    ),
  );
});
