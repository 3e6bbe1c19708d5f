import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { before, test } from "node:test";
import type { Contract } from "@terskel/platform/contract";
import { en } from "#texts/en.ts";
import { nb } from "#texts/nb.ts";
import { sv } from "#texts/sv.ts";
import { sayAct, sayEntry } from "./say.ts";

const root = new URL("../../../../../../../", import.meta.url);
const contracts: Contract[] = [];
before(async () => {
  for (const file of globSync("{kernel,modules/*}/src/api/*.ts", { cwd: root })) {
    const api = (await import(new URL(file, root).href)) as Record<string, unknown>;
    contracts.push(...Object.values(api).filter(isContract));
  }
});
const isContract = (value: unknown): value is Contract =>
  typeof value === "object" && value !== null && "activity" in value && "path" in value;

/** Told of in the doors' log, and not in the trail. */
const elsewhere = new Set(["access.openDoor"]);

/** As the trail enters it (kernel/src/audit/reads.ts): of one thing that the path names, or as a file. */
const looksUp = ({ path, file, who }: Contract) =>
  who !== "person" && !path.includes("/me/") && (path.split("/:").length > 2 || file !== undefined);

test("everything that somebody can change or look up has its words in every language", () => {
  const changing = contracts.filter(
    (each) =>
      each.who !== "anyone" && !elsewhere.has(each.id) && (each.method !== "GET" || looksUp(each)),
  );
  assert.ok(changing.length > 60);
  for (const { audit } of [nb, sv, en]) {
    assert.deepEqual(
      changing.filter(({ id }) => !sayAct(audit, id)).map(({ id }) => id),
      [],
    );
  }
});

test("an entry is a sentence, also where nobody is named and where only the purpose is known", () => {
  const purpose = "Delete data when its time is up";
  const by = "administrator";
  assert.equal(
    sayEntry(nb.audit, { action: "access.addDoor", by, who: "Ingrid", about: "Kari", purpose }),
    "Ingrid (administrator) la til en dør. Det gjaldt Kari.",
  );
  assert.equal(
    sayEntry(sv.audit, { action: "identity.person", by, purpose }),
    "En administratör öppnade en persons sida.",
  );
  assert.equal(
    sayEntry(en.audit, { action: "kernel.retention", by: "job", purpose }),
    "The service itself did something for this purpose: Delete data when its time is up.",
  );
});
