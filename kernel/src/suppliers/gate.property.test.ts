import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createTestDatabase } from "@terskel/platform/testing";
import type { TestDatabase } from "@terskel/platform/testing";
import * as fc from "fast-check";
import type { Activity } from "../declare.ts";
import { kernelProcessing } from "../processing.ts";
import { createWithContext } from "../tenancy.ts";
import { trialActivity } from "../test-schema.ts";
import { createGate } from "./gate.ts";

const organisation = "0190b6a0-0000-7000-8000-00000000000a";
const supplier = "0190b6a0-0000-7000-8000-0000000000aa";
const host = "smtp.example";
const dayMs = 24 * 3_600_000;
const now = new Date("2026-06-01T10:00:00Z");
const at = (days: number) => new Date(now.getTime() + days * dayMs);

const writes: Activity = { ...trialActivity, recipients: ["e-mail provider"] };
const byLaw: Activity = { ...writes, id: "trial.owe", basis: "legal-obligation" };

let database: TestDatabase;
before(async () => {
  database = await createTestDatabase();
});
after(async () => await database.drop());

const days = fc.integer({ min: -60, max: 60 });
const world = fc.record({
  country: fc.constantFrom("NO", "SE", "DE", "US", "GB"),
  // Of one supplier they follow each other, with or without a gap.
  agreements: fc
    .uniqueArray(days, { maxLength: 6 })
    .map((all) => all.toSorted((a, b) => a - b))
    .map((all) =>
      all.flatMap((begins, n) => (n % 2 === 0 ? [{ begins, ends: all[n + 1] ?? null }] : [])),
    ),
  authorisation: fc.constantFrom("general", "specific"),
  approval: fc.option(
    fc.record({
      state: fc.constantFrom("named", "asked", "approved", "objected"),
      objectsBy: days,
    }),
  ),
  labels: fc.subarray(["name", "contact", "note"] as const, { minLength: 1 }),
  notice: fc.constantFrom(
    "none",
    "names it",
    "names another",
    "another country",
    "no such purpose",
  ),
  lawful: fc.boolean(),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

async function make(given: World) {
  const { owner } = database;
  await owner.query(
    `delete from kernel.suppliers; delete from kernel.disclosures; delete from kernel.organisations`,
  );
  await owner.query(
    `insert into kernel.organisations (id, name, number, country, kind, supplier_authorisation)
     values ($1, 'Borettslaget', '974760673', 'NO', 'housing', $2)`,
    [organisation, given.authorisation],
  );
  await owner.query(
    `insert into kernel.suppliers (id, name, number, country, recipient, labels, host)
     values ($1, 'Posten', '310060062', $2, 'e-mail provider', '{name,contact}', $3)`,
    [supplier, given.country, host],
  );
  for (const { begins, ends } of given.agreements)
    await owner.query(
      "insert into kernel.supplier_agreements (supplier_id, begins_at, ends_at) values ($1, $2, $3)",
      [supplier, at(begins), ends === null ? null : at(ends)],
    );
  if (given.approval)
    await owner.query(
      "insert into kernel.supplier_approvals (supplier_id, organisation_id, state, objects_by) values ($1, $2, $3, $4)",
      [supplier, organisation, given.approval.state, at(given.approval.objectsBy)],
    );
  if (given.notice === "none") return;
  const named = {
    name: given.notice === "names another" ? "Bud" : "Posten",
    recipient: "e-mail provider",
    country: given.notice === "another country" ? "FI" : given.country,
  };
  const recipients = given.notice === "no such purpose" ? [] : ["e-mail provider"];
  const facts = {
    organisation: { kind: "housing" },
    data: [],
    purposes: [writes, byLaw].map(({ id }) => ({ from: id, recipients })),
    suppliers: [named],
  };
  await owner.query(
    `insert into kernel.notice_versions
       (organisation_id, number, made_at, facts, pages, digest, activities, changes, material, in_force_at)
     values ($1, 1, now(), $2, '{}', '', '{}', '[]', false, now())`,
    [organisation, JSON.stringify(facts)],
  );
}

/** As the law has it, written down anew. */
function mayPass({ agreements, authorisation, approval, labels, notice, lawful }: World): boolean {
  const inForce = agreements.some(({ begins, ends }) => begins <= 0 && (ends === null || ends > 0));
  const agreed =
    approval === null
      ? authorisation === "general"
      : ["named", "approved"].includes(approval.state) ||
        (authorisation === "general" && approval.state === "asked" && approval.objectsBy <= 0);
  const told = lawful || notice === "none" || notice === "names it";
  return inForce && agreed && told && !labels.includes("note");
}

test("nothing passes without an agreement in force, an organisation that agrees, and a notice in force that names the supplier", async () => {
  const passed: string[] = [];
  const activities = new Set([...kernelProcessing.activities, writes, byLaw].map(({ id }) => id));
  const trial = { module: "trial", schemas: [], tables: [], activities: [writes, byLaw] };
  const gate = createGate({
    withContext: createWithContext(database.app, activities),
    processings: [kernelProcessing, trial],
    now: () => now,
  });
  const send = gate.mail((_mail, id) => Promise.resolve(void passed.push(id)), host);
  let allowed = 0;
  await fc.assert(
    fc.asyncProperty(world, async (given) => {
      passed.length = 0;
      if (["US", "GB"].includes(given.country)) {
        await assert.rejects(make(given), /within_the_eea/);
        return;
      }
      await make(given);
      const activity = given.lawful ? byLaw.id : writes.id;
      const outcome = await send(
        { to: "kari@example.org", subject: "Hei", text: "Hei" },
        { activity, labels: given.labels, organisation },
      ).then(
        () => true,
        (error: { name?: string }) => {
          assert.equal(error.name, "Withheld");
          return false;
        },
      );
      assert.equal(outcome, mayPass(given));
      if (outcome) allowed += 1;
      const { rows } = await database.owner.query<{ id: string }>(
        "select id from kernel.disclosures",
      );
      assert.deepEqual(
        rows.map(({ id }) => id),
        passed,
        "what left is written down, and nothing else",
      );
      assert.equal(passed.length, outcome ? 1 : 0);
    }),
    { numRuns: 300 },
  );
  assert.ok(allowed > 0, "and something passes");
});
