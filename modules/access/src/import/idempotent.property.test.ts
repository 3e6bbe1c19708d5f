import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as fc from "fast-check";
import { startTestServer } from "../test-server.ts";
import type { TestServer } from "../test-server.ts";
import { cooperative } from "./test-cooperative.ts";

let server: TestServer;
before(async () => (server = await startTestServer()));
after(async () => await server.stop());

/** From few words, so that rows meet each other and what earlier files have written. */
const pick = (...words: string[]) => fc.constantFrom("", "", ...words);
const row = fc.tuple(
  fc.constantFrom("Kari", "Ola", "KARI", "Märta Öberg"),
  pick("kari@example.no", "ola@example.no", "felles@example.no"),
  pick("412 34 567", "+46701234569"),
  pick("H0101", "h0101", "H0102"),
  pick("Oppgang A", "Oppgang A|Styret", "oppgang b, Styret"),
  pick("Hovedinngang", "Sykkelbod|Hovedinngang"),
  pick("eier", "bruker"),
  pick("01.02.2020", "1.3.2090"),
  pick("31.12.2025", "31/12-95"),
);
const files = fc.array(fc.array(row, { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 3,
});

test("a preview never writes, and a file that was imported changes nothing", async () => {
  let imported = 0;
  const eachFile = fc.asyncProperty(files, async (several) => {
    const { preview, confirm, stored } = await cooperative(server);
    for (const rows of several) {
      const before = await stored();
      const plan = await preview(rows);
      assert.equal(await stored(), before);
      if (plan.errorCount > 0) continue;
      imported += 1;
      await confirm(rows, plan.plan);
      const { people, units, residents, groups, groupMembers, grants, ...again } =
        await preview(rows);
      assert.equal(again.errorCount, 0);
      for (const counts of [people, units, residents, groups, groupMembers, grants]) {
        assert.deepEqual([counts.added, counts.changed], [0, 0]);
      }
    }
  });
  await fc.assert(eachFile, { numRuns: 15 });
  assert.ok(imported > 3, `${imported} files had no error`);
});
