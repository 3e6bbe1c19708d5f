import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { languages } from "@terskel/platform/i18n";
import { declarations } from "./api/declarations.ts";
import { describeProcessing } from "./describe.ts";
import { labels } from "./labels.ts";
import { kernelProcessing } from "./processing.ts";
import { trialProcessing } from "./test-schema.ts";

const described = describeProcessing([kernelProcessing, trialProcessing]);

describe("the declarations as they are shown", () => {
  test("fit their contract, and lose nothing in it", () => {
    assert.deepEqual(declarations.response.parse(described), described);
  });

  test("name every table with every column, its label and its activities", () => {
    const table = described.tables.find((each) => each.table === "trial.invitations");
    assert.deepEqual(table, {
      table: "trial.invitations",
      subjects: [
        { who: "invited person", path: "email" },
        {
          who: "visitor",
          path: "key_id = trial.keys.id, member_id = kernel.memberships.id",
        },
      ],
      keep: "until expires_at",
      erase: "delete",
      columns: [
        { column: "id", label: "technical", activities: [] },
        { column: "organisation_id", label: "technical", activities: [] },
        { column: "key_id", label: "pseudonym", activities: ["trial.try"] },
        { column: "email", label: "contact", activities: ["trial.try"] },
        { column: "expires_at", label: "time", activities: ["trial.try"] },
      ],
    });
    const keeps = Object.fromEntries(described.tables.map((each) => [each.table, each.keep]));
    assert.equal(keeps["trial.visits"], "30 days after at");
    assert.equal(keeps["kernel.sites"], "as long as the agreement");
  });

  test("say of a table without personal data why it has none", () => {
    const table = described.tables.find((each) => each.table === "trial.visits");
    assert.equal(table?.noPersonalData, "Counts only.");
    assert.deepEqual(table?.subjects, []);
  });

  test("explain every label in every language, with its term of the W3C vocabulary", () => {
    assert.deepEqual(
      described.labels.map((each) => each.label),
      Object.keys(labels),
    );
    for (const { text } of described.labels) for (const each of languages) assert.ok(text[each]);
  });
});

test("labels are mapped to terms that the vocabulary has", () => {
  // DPV 2.0: https://w3c.github.io/dpv/2.0/pd and https://w3c.github.io/dpv/2.0/dpv. A term that is
  // not here has to be looked up there first.
  const lookedUp = [
    "dpv:NonPersonalData",
    "dpv:PersonalData",
    "pd:Authenticating",
    "pd:AuthenticationHistory",
    "pd:BirthDate",
    "pd:Communication",
    "pd:Contact",
    "pd:DeviceBased",
    "pd:GroupMembership",
    "pd:IPAddress",
    "pd:Language",
    "pd:Location",
    "pd:Name",
    "pd:PhysicalAddress",
    "pd:Picture",
    "pd:UID",
  ];
  const used = [...new Set(Object.values(labels).map((label) => label.dpv))].sort();
  assert.deepEqual(used, lookedUp);
});
