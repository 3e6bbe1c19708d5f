import assert from "node:assert/strict";
import { test } from "node:test";
import { declareTable } from "./declare.ts";

type Row = { id: string; email: string };
const rest = {
  table: "trial.rows",
  subjects: [{ who: "visitor", column: "email" }],
  title: { nb: "Rader", sv: "Rader", en: "Rows" },
  keep: { kind: "while", lives: "account" },
  erase: { kind: "delete" },
} as const;

// What is expected below is that the compiler refuses; `tsc` fails when it does not.
test("a column that is left out, or that is not there, does not compile", () => {
  const declared = declareTable<Row>()({
    ...rest,
    columns: { id: ["technical"], email: ["contact", "trial.try"] },
  });
  assert.deepEqual(Object.keys(declared.columns), ["id", "email"]);

  // @ts-expect-error email is forgotten
  declareTable<Row>()({ ...rest, columns: { id: ["technical"] } });

  declareTable<Row>()({
    ...rest,
    // @ts-expect-error phone is in no row
    columns: { id: ["technical"], email: ["contact", "trial.try"], phone: ["contact"] },
  });

  // @ts-expect-error there is no such label
  declareTable<Row>()({ ...rest, columns: { id: ["secretive"], email: ["contact"] } });
});

test("a table says whose data it holds, or why it is nobody's", () => {
  const columns = { id: ["technical"], email: ["contact", "trial.try"] } as const;
  const { subjects: _, title: __, ...silent } = rest;
  // @ts-expect-error neither subjects nor noPersonalData
  declareTable<Row>()({ ...silent, columns });
  // @ts-expect-error an empty list of subjects says nothing
  declareTable<Row>()({ ...silent, subjects: [], columns });
  assert.ok(declareTable<Row>()({ ...silent, noPersonalData: "Counts only.", columns }));
});

test("what a person reads of themselves has words in every language, or does not compile", () => {
  type Pet = { id: string; email: string; pet: string };
  const columns = {
    id: ["technical"],
    email: ["contact", "trial.try"],
    pet: ["note", "trial.try"],
  } as const;
  const pet = { nb: "Dyr", sv: "Djur", en: "Pet" };
  assert.ok(declareTable<Pet>()({ ...rest, columns, words: { pet } }));
  // @ts-expect-error nobody says what pet is
  declareTable<Pet>()({ ...rest, columns });
  // @ts-expect-error nor in Swedish
  declareTable<Pet>()({ ...rest, columns, words: { pet: { nb: "Dyr", en: "Pet" } } });
  const { title: _, ...untitled } = rest;
  // @ts-expect-error nor what the rows are
  declareTable<Pet>()({ ...untitled, columns, words: { pet } });
});
