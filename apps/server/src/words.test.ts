import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Text } from "@terskel/platform/i18n";
import { createTestDatabase } from "@terskel/platform/testing";
import type { TestDatabase } from "@terskel/platform/testing";
import { processings } from "./compose.ts";

let database: TestDatabase;
before(async () => {
  database = await createTestDatabase();
});
after(async () => await database.drop());

/** The codes that the database lets a column hold: `table.column` → codes. */
async function codesOfColumns(): Promise<Map<string, string[]>> {
  const { rows } = await database.owner.query<{ column: string; check: string }>(
    `select format('%s.%s', c.conrelid::regclass, a.attname) as column,
            pg_get_constraintdef(c.oid) as check
       from pg_constraint c
       join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
      where c.contype = 'c' and cardinality(c.conkey) = 1 and pg_get_constraintdef(c.oid) like '%ARRAY[''%'`,
  );
  return new Map(
    rows.map(({ column, check }) => [
      column,
      [...check.matchAll(/'([^']+)'::text/g)].map(([, code]) => code ?? ""),
    ]),
  );
}

test("every code that a person may find in their copy has words in each language", async () => {
  const codes = await codesOfColumns();
  let found = 0;
  for (const declaration of processings.flatMap((p) => p.tables)) {
    if (!("subjects" in declaration)) continue;
    for (const [column, [label]] of Object.entries(declaration.columns)) {
      // The languages are the same everywhere (kernel/src/words.ts).
      if (label === "technical" || column === "language") continue;
      for (const code of codes.get(`${declaration.table}.${column}`) ?? []) {
        found += 1;
        const said: Partial<Text> = declaration.words?.[column]?.values?.[code] ?? {};
        assert.ok(said.nb && said.sv && said.en, `${declaration.table}.${column}: ${code}`);
      }
    }
  }
  assert.ok(found > 40, String(found));
});

test("whoever answers for what is stored is not spoken to as if it were about them", () => {
  const you = /\b(du|deg|din|ditt|dine|dig|dina|you|your)\b/i;
  for (const declaration of processings.flatMap((p) => p.tables)) {
    if (!("subjects" in declaration)) continue;
    for (const title of Object.values(declaration.deskTitle ?? declaration.title))
      assert.doesNotMatch(title, you, declaration.table);
  }
});
