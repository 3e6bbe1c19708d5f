import assert from "node:assert/strict";
import { test } from "node:test";
import { route } from "@terskel/platform/contract";
import { z } from "zod";
import { answerFaults } from "./answers.ts";
import { column, plain } from "@terskel/platform/columns";
import { trialProcessing } from "./test-schema.ts";

const showing = (response: z.ZodType, activity = "trial.try") =>
  answerFaults(
    [
      route({
        id: "trial.show",
        method: "GET",
        path: "/api/v1/trial",
        activity,
        who: "anyone",
        summary: "Shows.",
        response: z.object({ field: response }),
      }),
    ],
    [trialProcessing],
  );

test("an answer shows what its activity may use, and what is about nobody", () => {
  assert.deepEqual(showing(column("trial.owners.name", z.string())), []);
  assert.deepEqual(showing(column("trial.owners.organisation_id", z.uuid()), "trial.other"), []);
  assert.deepEqual(showing(plain(z.number())), []);
});

test("an answer that shows a column its activity may not use is found", () => {
  assert.deepEqual(showing(column("trial.owners.name", z.string()), "trial.other"), [
    "trial.show: field shows trial.owners.name, which trial.other may not use.",
  ]);
});

test("a field that says nothing, or names a column that nobody declares, is found", () => {
  assert.deepEqual(showing(z.string()), ["trial.show: field does not say which column it shows."]);
  assert.deepEqual(showing(column("trial.owners.nick", z.string())), [
    "trial.show: field shows trial.owners.nick, which is not declared.",
  ]);
});
