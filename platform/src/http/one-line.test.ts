import assert from "node:assert/strict";
import { test } from "node:test";
import { oneLine } from "./one-line.ts";

test("a name is one line, whatever ends a line", () => {
  const schema = oneLine(20);
  assert.equal(schema.parse("  Styret 🚪 i Øvre "), "Styret 🚪 i Øvre");
  for (const end of ["\n", "\r", "\u0000", "\u0085", "\u2028", "\u2029", "\t"]) {
    assert.ok(!schema.safeParse(`Styret${end}Vaktmester`).success, JSON.stringify(end));
  }
  assert.ok(!schema.safeParse(" \n ").success);
  assert.ok(!schema.safeParse("x".repeat(21)).success);
});
