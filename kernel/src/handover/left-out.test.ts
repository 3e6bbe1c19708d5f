import assert from "node:assert/strict";
import { test } from "node:test";
import { kernelProcessing } from "../processing.ts";
import type { Handover } from "./handover-file.ts";
import { leftOut } from "./left-out.ts";

const word = (text: string) => ({ text, category: "" });
const file = {
  data: {
    tables: [
      {
        table: "kernel.memberships",
        title: "Medlemskap der",
        columns: { name: word("Navn"), nickname: word("Kallenavn") },
        rows: [{ name: "Kari" }, { name: "Kari", nickname: "Kaja" }],
      },
      { table: "other.things", title: "Ting", columns: {}, rows: [{ a: 1 }] },
      { table: "constructor", title: "Felle", columns: {}, rows: [{ a: 1 }] },
      { table: "other.names", title: "Navn", columns: {}, rows: [{ name: "Kari" }] },
    ],
  },
} as unknown as Handover;

test("what has no place here is told of in the reader's language, else in the file's words", () => {
  const taken = { "kernel.memberships": ["name"], "other.names": ["name"] };
  const told = leftOut(file, [kernelProcessing], taken, "sv");
  assert.deepEqual(
    told.map(({ title, columns, records }) => [title, columns, records]),
    [
      ["Du i organisationen", ["Kallenavn"], 2],
      ["Ting", [], 1],
      ["Felle", [], 1],
    ],
  );
});
